#include "service/practice/drill_requests.h"

#include "service/meeting/meeting_service.h"
#include "service/practice/practice_service.h"
#include "service/practice/practice_worker.h"

#include <utility>

namespace hamer {

DrillRequests::DrillRequests(PracticeWorker& worker) : worker_(worker) {}

DrillRequests::~DrillRequests() = default;

template <typename Value>
DrillRequests::Then<Value> DrillRequests::mine(Then<Value> then) const {
    return [is_there = std::weak_ptr(is_there_), then = std::move(then)](Result<Value> value) {
        if (is_there.lock()) then(std::move(value));
    };
}

void DrillRequests::lists(Then<DrillLists> then) {
    worker_.ask<DrillLists>([](PracticeService& service) -> Result<DrillLists> { return service.lists(); },
                            mine(std::move(then)));
}

void DrillRequests::broken_off(Instant now, Then<std::optional<HeldDrill>> then) {
    worker_.ask<std::optional<HeldDrill>>(
        [now](PracticeService& service) -> Result<std::optional<HeldDrill>> { return service.broken_off(now); },
        mine(std::move(then)));
}

void DrillRequests::begin(const DrillScenario& scenario, const DrillSetup& setup, Language language,
                          Then<BegunDrill> then) {
    worker_.ask<BegunDrill>(
        [scenario, setup, language](PracticeService& service) { return service.begin(scenario, setup, language); },
        mine(std::move(then)));
}

void DrillRequests::resume(const std::string& session, Then<BegunDrill> then) {
    worker_.ask<BegunDrill>([session](PracticeService& service) { return service.resume(session); },
                            mine(std::move(then)));
}

void DrillRequests::leave(std::shared_ptr<MeetingService> service) {
    // Nothing of it is left here: it ends where it is let go of there.
    const auto held = std::make_shared<std::shared_ptr<MeetingService>>(std::move(service));
    worker_.watch<bool>(
        "leave",
        [held](PracticeService&) -> Result<std::optional<bool>> {
            held->reset();
            return std::nullopt;
        },
        [](const Result<std::optional<bool>>&) {});
}

void DrillRequests::act(const std::string& session, const TrainerAct& act, Then<KeptDrill> then) {
    worker_.ask<KeptDrill>([session, act](PracticeService& service) { return service.add(session, act); },
                           mine(std::move(then)));
}

void DrillRequests::read(const std::string& session, ThenNews<KeptDrill> then) {
    worker_.watch<KeptDrill>(
        "drill", [session](PracticeService& service) { return service.read(session); }, mine(std::move(then)));
}

void DrillRequests::end(const std::string& session, const DrillResult& result, const std::vector<TrainerAct>& typed,
                        Language language, Then<EndedDrill> then) {
    worker_.ask<EndedDrill>([session, result, typed, language](
                                PracticeService& service) { return service.end(session, result, typed, language); },
                            mine(std::move(then)));
}

void DrillRequests::open_debrief(const std::string& session, const std::vector<TrainerAct>& typed, Language language,
                                 Then<ReadDebrief> then) {
    worker_.ask<ReadDebrief>(
        [session, typed, language](PracticeService& service) { return service.open_debrief(session, typed, language); },
        mine(std::move(then)));
}

void DrillRequests::add_to_debrief(const std::string& session, const std::vector<TrainerAct>& acts, Language language,
                                   Then<ReadDebrief> then) {
    worker_.ask<ReadDebrief>(
        [session, acts, language](PracticeService& service) { return service.add_to_debrief(session, acts, language); },
        mine(std::move(then)));
}

void DrillRequests::read_debrief(const std::string& session, Language language, ThenNews<ReadDebrief> then) {
    worker_.watch<ReadDebrief>(
        "debrief", [session, language](PracticeService& service) { return service.read_debrief(session, language); },
        mine(std::move(then)));
}

void DrillRequests::follow(const std::string& shown, ThenNews<FollowedDrill> then) {
    worker_.watch<FollowedDrill>(
        "followed",
        [shown](PracticeService& service) -> Result<std::optional<FollowedDrill>> { return service.follow(shown); },
        mine(std::move(then)));
}

void DrillRequests::follow_newer(const std::string& shown, Then<FollowedDrill> then) {
    worker_.ask<FollowedDrill>(
        [shown](PracticeService& service) -> Result<FollowedDrill> { return service.follow_newer(shown); },
        mine(std::move(then)));
}

void DrillRequests::act_in_followed(const std::string& session, const std::vector<TrainerAct>& acts,
                                    Then<FollowedDrill> then) {
    worker_.ask<FollowedDrill>(
        [session, acts](PracticeService& service) -> Result<FollowedDrill> {
            return service.act_in_followed(session, acts);
        },
        mine(std::move(then)));
}

}  // namespace hamer
