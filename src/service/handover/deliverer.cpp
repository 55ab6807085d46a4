#include "service/handover/deliverer.h"

#include "base/attempt.h"
#include "base/crc32.h"
#include "base/text.h"
#include "service/handover/delivery_way.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace hamer {

namespace {

constexpr std::int64_t longest_wait_ms = 300'000;
constexpr std::size_t longest_problem = 600;  // bytes; more than a shortened reason with what is said around it

}  // namespace

std::int64_t retry_delay_ms(int attempts, std::string_view name) {
    const int doublings = std::clamp(attempts - 1, 0, 12);
    const std::int64_t whole = std::min(longest_wait_ms, std::int64_t{1000} << doublings);
    const auto chance = std::stoul(crc32_hex(fmt::format("{} {}", name, attempts)), nullptr, 16) % 1000;
    return whole - static_cast<std::int64_t>(chance) * whole / 2000;
}

Deliverer::Deliverer(Register& records, const Settings& settings, const std::filesystem::path& data, FileSystem& files,
                     const Clock& clock, MakeReport make_report)
    : records_(records),
      settings_(settings),
      data_(data),
      files_(files),
      clock_(clock),
      make_report_(std::move(make_report)) {}

Result<DeliveryRun> Deliverer::run(const std::function<bool()>& stop) {
    stop_ = stop;
    ASSIGN_OR_RETURN(const auto ready, records_.ready(clock_.now().at));
    DeliveryRun run;
    std::set<std::pair<std::string, std::string>> behind;  // a later revision must not overtake an earlier one
    for (Delivery delivery : ready) {
        if (stop()) break;
        if (behind.contains({delivery.record, delivery.target})) continue;
        ASSIGN_OR_RETURN(const auto outcome, attempt(delivery));
        const Instant now = clock_.now().at;
        ++delivery.attempts;
        delivery.state = outcome.state;
        delivery.problem = printable(outcome.problem, longest_problem);
        if (delivery.state == DeliveryState::Delivered) delivery.delivered = now;
        if (delivery.state == DeliveryState::Waiting) {
            const std::int64_t wait = std::max(retry_delay_ms(delivery.attempts, name_of(delivery)), outcome.wait_ms);
            delivery.next = {now.milliseconds + std::min(wait, longest_wait_ms), now.offset_minutes};
            behind.insert({delivery.record, delivery.target});
        }
        RETURN_IF_ERROR(records_.settle(delivery));
        ++(delivery.state == DeliveryState::Delivered ? run.delivered
           : delivery.state == DeliveryState::Parked  ? run.parked
                                                      : run.waiting);
    }
    return run;
}

Result<DeliveryOutcome> Deliverer::attempt(const Delivery& delivery) {
    ASSIGN_OR_RETURN(const auto body, records_.show(delivery.record, delivery.revision));
    const DeliveryParts parts{records_, settings_, data_, files_, clock_, make_report_, stop_};
    const DeliveryTargets& targets = settings_.deliver;
    if (delivery.target == folder_target && !targets.folder.empty()) return deliver_to_folder(parts, delivery, body);
    if (delivery.target == https_target && targets.https) return deliver_over_https(parts, delivery, body);
    if (delivery.target == zgw_target && targets.zgw) return deliver_to_case_system(parts, delivery, body);
    return parts.parked({"Deze ontvanger staat niet meer in de instellingen.",
                         fmt::format("the settings have no target “{}” any more", printable(delivery.target, 20))});
}

}  // namespace hamer
