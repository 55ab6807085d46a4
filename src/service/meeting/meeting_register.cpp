// What the meeting service gives to the register, and when (handover.h).
#include "record/completeness.h"
#include "record/incidents.h"
#include "service/meeting/meeting_service.h"

#include <algorithm>
#include <limits>

namespace hamer {

void MeetingService::hand_over_in_time() {
    if (!asked_register_) return hand_over();
    late_since_ms_ = clock_.now().monotonic_ms;
    if (!register_ || handed_over_.empty()) return;
    // What the last card says of them is true before the register knows.
    const auto made = incidents(*session_, municipality(), id_, {});
    std::erase_if(handed_over_, [&](const HandedOver& one) { return one.incident >= made.size(); });
    for (HandedOver& one : handed_over_) one.missing = missing(made[one.incident]).size();
}

std::optional<std::int64_t> MeetingService::until_hand_over_ms() const {
    if (!session_) return std::nullopt;
    std::optional<std::int64_t> due;
    if (late_since_ms_) due = *late_since_ms_ + options_.sitting.count();
    if (register_problem_ && (!due || register_retry_at_ms_ < *due)) due = register_retry_at_ms_;
    if (!due) return std::nullopt;
    return std::max<std::int64_t>(*due - clock_.now().monotonic_ms, 0);
}

void MeetingService::hand_over() {
    late_since_ms_.reset();
    if (in_memory() || options_.drill) return;
    if (!procedure_->is_closed(session_->configuration()) && !asked_register_) return;
    asked_register_ = true;
    if (register_) {
        // Not before this try is answered.
        register_retry_at_ms_ = std::numeric_limits<std::int64_t>::max();
        return register_->ask(
            id_,
            [files = options_.apart, session = *session_, id = id_, head = recorder_->head(), settings = settings(),
             places = places(), now = clock_.now()]() -> HandOverService::Outcome {
                return {{}, hand_over_session(*files, session, id, head, settings, places, now)};
            });
    }
    auto handed = hand_over_session(files_, *session_, id_, recorder_->head(), settings(), places(), clock_.now());
    if (handed) {
        handed_over_ = *std::move(handed);
        register_problem_.reset();
    } else {
        register_problem_ = handed.error();
    }
}

void MeetingService::take_handed_over() {
    if (!register_) return;
    for (HandOverService::Outcome& came : register_->take()) {
        if (came.session.empty()) {
            if (!came.records) catch_up_problems_.push_back(came.records.error());
            std::ranges::move(came.left_out, std::back_inserter(catch_up_problems_));
        } else if (came.session != id_) {
            continue;  // was put away meanwhile; the next start goes on with it
        } else if (came.records) {
            handed_over_ = *std::move(came.records);
            register_problem_.reset();
        } else {
            register_problem_ = came.records.error();
            register_retry_at_ms_ = clock_.now().monotonic_ms + options_.retry.count();
        }
    }
}

namespace {

// What earlier sessions owe the register; and why nothing can be signed, where that is so.
Result<std::vector<Error>> caught_up(FileSystem& files, const Settings& settings, const WitnessPlaces& places,
                                     const Stamp& now) {
    const auto unusable = ready_key(files, places);
    auto left_out = hand_over_waiting(files, settings, places, now);
    if (left_out && unusable) left_out->push_back(*unusable);
    return left_out;
}

}  // namespace

Result<std::vector<Error>> MeetingService::catch_up() {
    if (in_memory() || options_.drill) return std::vector<Error>{};
    if (!register_) return caught_up(files_, settings(), places(), clock_.now());
    register_->ask({},
                   [files = options_.apart, settings = settings(), places = places(),
                    now = clock_.now()]() -> HandOverService::Outcome {
                       auto left_out = caught_up(*files, settings, places, now);
                       if (!left_out) return {{}, tl::unexpected<Error>(left_out.error())};
                       return {{}, std::vector<HandedOver>(), *std::move(left_out)};
                   });
    return std::vector<Error>{};
}

WitnessPlaces MeetingService::places() const { return {options_.data, options_.second_place, options_.state, {}}; }

}  // namespace hamer
