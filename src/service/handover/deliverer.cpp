#include "service/handover/deliverer.h"

#include "base/attempt.h"
#include "base/crc32.h"
#include "base/text.h"
#include "codec/journal/refusal_reason.h"
#include "codec/record/cloud_event.h"
#include "codec/record/record_json.h"
#include "journal/durable.h"
#include "platform/text_file.h"
#include "record/attachments.h"
#include "service/handover/handover.h"
#include "service/store/http_post.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace hamer {

namespace {

constexpr std::int64_t longest_wait_ms = 300'000;
constexpr std::size_t longest_answer = 1u << 16;  // bytes; what it says in words stands in its beginning
constexpr std::size_t longest_problem = 600;      // bytes; more than a shortened reason with what is said around it

std::string name_of(const Delivery& delivery) { return fmt::format("{}-r{}", delivery.record, delivery.revision); }

// "The receiver refused this: “its own reason” (the server answered 422). What to do"
LocalText refusal(const HttpAnswer& answer, Trouble trouble) {
    const TroubleWords words = trouble_words(trouble);
    const std::string reason = refusal_reason(answer.body);
    const std::string quoted = reason.empty() ? "" : ": “" + reason + "”";
    const bool parked = trouble == Trouble::DeliveryRefused;
    const LocalText mend{"Verhelp dat, en lever het daarna opnieuw af", "Mend that, and deliver it again after that"};
    const LocalText& advice = parked && !reason.empty() ? mend : words.advice;
    return {fmt::format("{}{} (de server antwoordde {}). {}", words.problem.nl, quoted, answer.status, advice.nl),
            fmt::format("{}{} (the server answered {}). {}", words.problem.en, quoted, answer.status, advice.en)};
}

// Ids are made by Hamer, but a register may come from elsewhere: nothing else becomes the name of a file.
bool is_file_name(std::string_view name) {
    return !name.empty() && name.front() != '.' && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
}

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

Result<Deliverer::Outcome> Deliverer::attempt(const Delivery& delivery) {
    ASSIGN_OR_RETURN(const auto body, records_.show(delivery.record, delivery.revision));
    if (delivery.target == folder_target && !settings_.deliver.folder.empty()) return to_folder(delivery, body);
    if (delivery.target == https_target && settings_.deliver.https) return to_server(delivery, body);
    return Outcome{DeliveryState::Parked,
                   LocalText{"Deze ontvanger staat niet meer in de instellingen.",
                             fmt::format("the settings have no target “{}” any more", printable(delivery.target, 20))}
                       .in(settings_.language),
                   0};
}

Deliverer::Outcome Deliverer::put_file(const std::filesystem::path& path, const std::string& bytes) {
    const auto waiting = [this](const Error& error) {
        return Outcome{DeliveryState::Waiting, describe(error, settings_.language), 0};
    };
    const auto there = files_.read(path);
    if (!there) return waiting(there.error());
    if (*there) {
        if (**there == bytes) return {DeliveryState::Delivered, {}, 0};
        return {
            DeliveryState::Parked,
            LocalText{fmt::format("{} is er al, met een andere inhoud. Hamer liet het zoals het was.", path.string()),
                      fmt::format("{} is there already, with other contents; it was left as it is", path.string())}
                .in(settings_.language),
            0};
    }
    if (auto put = replace_file(files_, path, bytes); !put) return waiting(put.error());
    return {DeliveryState::Delivered, {}, 0};
}

// One that is there stays: it was made of the same record, perhaps by an earlier Hamer.
std::optional<Error> Deliverer::put_report(const std::filesystem::path& path, const Delivery& delivery,
                                           const std::string& body) {
    if (!make_report_) return std::nullopt;
    const auto there = files_.look(path);
    if (!there) return there.error();
    if (*there) return std::nullopt;
    const auto record = read_record(body, delivery.record);
    if (!record) return record.error();
    const auto report = make_report_(*record);
    if (!report) return report.error();
    if (auto put = replace_file(files_, path, *report); !put) return put.error();
    return std::nullopt;
}

// What was put to the record, each under its hash: the same at each attempt, and for each revision that has it.
Deliverer::Outcome Deliverer::put_attachments(const std::filesystem::path& folder, const Delivery& delivery,
                                              const std::string& body) {
    const auto waiting = [this](const Error& error) {
        return Outcome{DeliveryState::Waiting, describe(error, settings_.language), 0};
    };
    const auto record = read_record(body, delivery.record);
    if (!record) return waiting(record.error());
    for (const Attachment& one : record->dossier.value_or(Dossier{}).attachments) {
        if (!is_file_name(one.sha256)) continue;  // it was erased, or is no hash
        const auto bytes = records_.attachment(delivery.record, one.id);
        // Erased since: the revision tells that it was there.
        if (!bytes && bytes.error().kind == ErrorKind::Refused) continue;
        if (!bytes) return waiting(bytes.error());
        auto put =
            put_file(folder / (one.sha256 + std::filesystem::path(file_name_of(one)).extension().string()), *bytes);
        if (put.state != DeliveryState::Delivered) return put;
    }
    return {DeliveryState::Delivered, {}, 0};
}

Result<Deliverer::Outcome> Deliverer::to_folder(const Delivery& delivery, const std::string& body) {
    const std::string name = name_of(delivery);
    if (!is_file_name(name))
        return Outcome{DeliveryState::Parked,
                       LocalText{"De naam van dit dossier kan geen bestandsnaam zijn.",
                                 "this record's id cannot be the name of a file"}
                           .in(settings_.language),
                       0};
    const std::filesystem::path folder = data_ / settings_.deliver.folder;
    // Never made here: where a share is not mounted, its folder is missing, and a record must not go to an empty place.
    const auto there = files_.look(folder);
    if (!there) return Outcome{DeliveryState::Waiting, describe(there.error(), settings_.language), 0};
    if (!*there)
        return Outcome{DeliveryState::Waiting,
                       LocalText{fmt::format("De map {} is er niet. Hamer wacht tot die er is.", folder.string()),
                                 fmt::format("there is no folder {}", folder.string())}
                           .in(settings_.language),
                       0};
    // The report first: whoever watches the folder finds it there when the record appears.
    if (const auto problem = put_report(folder / (name + ".pdf"), delivery, body)) {
        return Outcome{DeliveryState::Waiting, describe(*problem, settings_.language), 0};
    }
    if (auto put = put_attachments(folder, delivery, body); put.state != DeliveryState::Delivered) return put;
    return put_file(folder / (name + ".json"), body);
}

Result<Deliverer::Outcome> Deliverer::to_server(const Delivery& delivery, const std::string& body) {
    const HttpsTarget& target = *settings_.deliver.https;
    const std::string id = name_of(delivery);
    // The same bytes at each attempt, so that the server can compare them: the time is that of the record.
    ASSIGN_OR_RETURN(const auto record, read_record(body, delivery.record));
    const Instant time =
        record.dossier && record.dossier->completed ? record.dossier->completed->at : record.started.at;
    ASSIGN_OR_RETURN(auto event, cloud_event(body, id, delivery.record, target.source, time));
    HttpPost request{.url = target.url, .headers = {}, .body = std::move(event), .ca_file = target.ca_file};
    request.stop = stop_;
    request.total_ms = 1000L * target.timeout_seconds;
    request.keep_bytes = longest_answer;
    request.headers = {fmt::format("Content-Type: {}; charset=utf-8", event_media_type),
                       fmt::format("Idempotency-Key: \"{}\"", id)};
    if (!target.token_file.empty()) {
        const auto token = read_secret_file(target.token_file);
        if (!token) return Outcome{DeliveryState::Waiting, describe(token.error(), settings_.language), 0};
        request.headers.push_back("Authorization: Bearer " + *token);
    }
    const HttpAnswer answer = post(request);
    if (answer.status >= 200 && answer.status < 300) return Outcome{DeliveryState::Delivered, {}, 0};
    if (answer.status == 0) {
        const Error unreached{ErrorKind::Storage, {}, answer.problem, {}, Trouble::NotReachable};
        return Outcome{DeliveryState::Waiting, describe(unreached, settings_.language), 0};
    }
    const bool passing = answer.status >= 500 || answer.status == 408 || answer.status == 409 || answer.status == 429;
    return Outcome{passing ? DeliveryState::Waiting : DeliveryState::Parked,
                   refusal(answer, passing ? Trouble::DeliveryPutOff : Trouble::DeliveryRefused).in(settings_.language),
                   answer.retry_after_ms};
}

}  // namespace hamer
