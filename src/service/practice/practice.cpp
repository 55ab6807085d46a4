#include "service/practice/practice.h"

#include "service/meeting/meeting_service.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace hamer {

namespace {

std::string in_words(const std::optional<Error>& problem) { return problem ? describe(*problem) : std::string(); }

}  // namespace

Practice::Practice(BegunDrill begun, PracticeWorker& worker)
    : service_(std::move(begun.service)), kept_(std::move(begun.kept)), requests_(worker) {}

Practice::~Practice() { requests_.leave(std::move(service_)); }

std::int64_t Practice::passed_ms() const { return observed().now_ms; }

DrillFacts Practice::observed() const { return kept_.facts(service().session(), service().now().at); }

std::string Practice::happens(Language language) const {
    const Say say{language};
    if (!setup().shown) return say("De trainer leidt deze oefening.", "The trainer leads this drill.");
    const DrillFacts seen = observed();
    const DrillTimes now = seen.times();
    const Inject* latest = nullptr;
    std::int64_t at_ms = -1;
    for (std::size_t i = 0; i < seen.scenario.injects.size(); ++i) {
        const InjectState& state = now.injects()[i];
        if (state.kind != InjectState::Kind::Fired || state.at_ms < at_ms) continue;
        latest = &seen.scenario.injects[i];
        at_ms = state.at_ms;
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
        score.expected, [](const ScoredExpectation& one) { return one.asked_ms.has_value() && !one.at_ms; });
    if (asked != score.expected.end()) {
        made.hint = MeetingFacts::Hint::Step;
        made.asked = asked->expectation->event;
    } else {
        made.hint = next_inject_ms(seen.times()) ? MeetingFacts::Hint::Wait : MeetingFacts::Hint::Done;
    }
    return made;
}

std::uint64_t Practice::version() const {
    // Steps change it through the session; here only what comes by itself, and what the trainer does.
    const DrillTimes now = observed().times();
    return acted_ * (observed().scenario.injects.size() + 1) +
           static_cast<std::uint64_t>(std::ranges::count(now.injects(), InjectState::Kind::Fired, &InjectState::kind));
}

std::optional<std::int64_t> Practice::until_next_ms() const {
    const auto next_ms = next_inject_ms(observed().times());
    if (!next_ms) return std::nullopt;
    return std::max<std::int64_t>(0, *next_ms - passed_ms());
}

void Practice::say_problem(std::optional<Error> problem) {
    if (problem) ++problems_;
    if (in_words(problem) != in_words(problem_)) ++acted_;
    problem_ = std::move(problem);
}

void Practice::say_unread(std::optional<Error> problem) {
    if (in_words(problem) != in_words(unread_)) ++acted_;
    unread_ = std::move(problem);
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
        say_unread(read ? std::nullopt : std::optional(read.error()));
        if (read && *read) take(**std::move(read));
    });
}

void Practice::act(TrainerAct act) {
    act.at_ms = passed_ms();
    if (!pending_.add(act)) return;
    requests_.act(session(), act, [this, act, before = problems_](Result<KeptDrill> added) {
        pending_.answered(act);
        if (!added) {
            unstored_.push_back(act);
            return say_problem(added.error());
        }
        // One that went well says nothing of another that did not.
        if (problems_ == before) say_problem(std::nullopt);
        take(*std::move(added));
    });
}

bool Practice::may_end() const {
    constexpr std::int64_t a_second_ms = 1000;
    return !ends_ && (!refused_ || service().now().at.milliseconds - refused_->milliseconds >= a_second_ms);
}

void Practice::refuse_end(const Error& why) {
    refused_ = service().now().at;
    say_problem(why);
}

void Practice::end(std::vector<TrainerAct> typed, Language language) {
    if (const StorageHealth health = service().storage(); health.unrecorded > 0) {
        std::ranges::move(typed, std::back_inserter(unstored_));
        return refuse_end(not_on_disk(health, service().session_folder()).value());
    }
    ends_ = true;
    const DrillFacts seen = observed();
    const DrillScore score = seen.score();
    for (TrainerAct& one : typed) one.at_ms = seen.now_ms;
    requests_.end(session(), {seen.now_ms, score.points, score.of}, typed, language,
                  [this, typed](Result<EndedDrill> ended) { take_end(std::move(ended), typed); });
}

void Practice::take_end(Result<EndedDrill> ended, const std::vector<TrainerAct>& typed) {
    if (!ended) {
        ends_ = false;
        unstored_.insert(unstored_.end(), typed.begin(), typed.end());
        return refuse_end(ended.error());
    }
    Result<ReadDebrief> debrief = std::move(ended->debrief);
    // What could not be stored just before the end is for the debrief to give back, with the reason.
    if (debrief) {
        std::ranges::move(std::exchange(unstored_, {}), std::back_inserter(debrief->unadded));
        if (!debrief->unadded.empty() && !debrief->problem) debrief->problem = problem_;
    } else {
        unstored_.insert(unstored_.end(), typed.begin(), typed.end());
    }
    ended_.emplace(std::move(debrief));
}

}  // namespace hamer
