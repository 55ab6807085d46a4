#include "service/practice/practice.h"

#include "service/meeting/meeting_service.h"

#include <algorithm>
#include <utility>

namespace hamer {

Practice::Practice(BegunDrill begun, PracticeWorker& worker)
    : service_(std::move(begun.service)), kept_(std::move(begun.kept)), requests_(worker) {}

Practice::~Practice() { requests_.leave(std::move(service_)); }

std::int64_t Practice::passed() const { return observed().now; }

DrillFacts Practice::observed() const { return kept_.facts(service().session(), service().now().at); }

std::string Practice::happens(Language language) const {
    const Say say{language};
    if (!setup().shown) return say("De trainer leidt deze oefening.", "The trainer leads this drill.");
    const DrillFacts seen = observed();
    const DrillTimes now = seen.times();
    const Inject* latest = nullptr;
    std::int64_t at = -1;
    for (std::size_t i = 0; i < seen.scenario.injects.size(); ++i) {
        const InjectState& state = now.injects()[i];
        if (state.kind != InjectState::Kind::Fired || state.at < at) continue;
        latest = &seen.scenario.injects[i];
        at = state.at;
    }
    if (latest) return latest->show.in(language);
    if (setup().hints) return say("De oefening is begonnen.", "The drill has begun.");  // the hint says what to do
    return say("De oefening is begonnen. Wacht op wat er gebeurt.", "The drill has begun. Wait for what happens.");
}

MeetingFacts::Practised Practice::practised(Language language) const {
    MeetingFacts::Practised made{.happens = happens(language),
                                 .hint = MeetingFacts::Hint::None,
                                 .asked = {},
                                 .problem = problem() ? describe(*problem(), language) : std::string(),
                                 .by_trainer = setup().lead == DrillLead::Trainer,
                                 .version = version()};
    if (!setup().hints) return made;
    const DrillFacts seen = observed();
    const DrillScore score = seen.score();
    const auto asked = std::ranges::find_if(
        score.expected, [](const ScoredExpectation& one) { return one.asked.has_value() && !one.at; });
    if (asked != score.expected.end()) {
        made.hint = MeetingFacts::Hint::Step;
        made.asked = asked->expectation->event;
    } else {
        made.hint = next_inject(seen.times()) ? MeetingFacts::Hint::Wait : MeetingFacts::Hint::Done;
    }
    return made;
}

std::uint64_t Practice::version() const {
    // Steps change it through the session; here only what comes by itself, and what the trainer does.
    const DrillTimes now = observed().times();
    return acted_ * (observed().scenario.injects.size() + 1) +
           static_cast<std::uint64_t>(std::ranges::count(now.injects(), InjectState::Kind::Fired, &InjectState::kind));
}

std::optional<std::int64_t> Practice::until_next() const {
    const auto next = next_inject(observed().times());
    if (!next) return std::nullopt;
    return std::max<std::int64_t>(0, *next - passed());
}

void Practice::say(std::optional<Error>& place, std::optional<Error> problem) {
    if (problem && &place == &problem_) ++problems_;
    const bool same = problem ? place && describe(*place) == describe(*problem) : !place;
    place = std::move(problem);
    if (!same) ++acted_;
}

void Practice::take(KeptDrill kept) {
    kept_ = std::move(kept);
    ++acted_;
}

void Practice::tend() {
    if (reads_ || ends_) return;
    reads_ = true;
    requests_.read(session(), [this](Result<std::optional<KeptDrill>> read) {
        reads_ = false;
        // That nothing was added says nothing of what could not be.
        say(unread_, read ? std::nullopt : std::optional(read.error()));
        if (read && *read) take(**std::move(read));
    });
}

void Practice::act(TrainerAct act) {
    act.at = passed();
    if (!pending_.add(act)) return;
    requests_.act(session(), act, [this, act, before = problems_](Result<KeptDrill> added) {
        pending_.answered(act);
        if (!added) {
            unstored_.push_back(act);
            return say(problem_, added.error());
        }
        // One that went well says nothing of another that did not.
        if (problems_ == before) say(problem_, std::nullopt);
        take(*std::move(added));
    });
}

void Practice::end(Language language) {
    if (ends_) return;
    if (const StorageHealth health = service().storage(); health.unrecorded > 0) {
        return say(problem_, not_on_disk(health, service().session_folder()).value());
    }
    ends_ = true;
    const DrillFacts seen = observed();
    const DrillScore score = seen.score();
    requests_.end(session(), {seen.now, score.points, score.of}, language, [this](Result<EndedDrill> ended) {
        if (ended) return static_cast<void>(ended_.emplace(std::move(ended->debrief)));
        ends_ = false;
        say(problem_, ended.error());
    });
}

}  // namespace hamer
