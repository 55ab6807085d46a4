#include "service/practice/practice.h"

#include "service/practice/debriefing.h"

#include <algorithm>

namespace hamer {

Status Practice::begin(const DrillScenario& scenario, DrillSetup setup, Language language) {
    const auto problems = check_scenario(scenario, service_.procedure());
    if (!problems.empty()) {
        return fail(ErrorKind::Refused, scenario.id + ": " + problems.front().place, problems.front().problem,
                    "hamer check names all that does not fit", Trouble::WrongShape);
    }
    Meeting meeting;
    // With a trainer the chair does not know what comes.
    const bool told = setup.lead == DrillLead::Program;
    meeting.name = told ? scenario.title.in(language) : Say{language}("Oefening", "Drill");
    meeting.date = calendar_date(service_.now().at);
    meeting.broadcast = true;
    if (auto begun = service_.begin(meeting, language); !begun) return begun;
    for (const Do& step : scenario.start) {
        const auto done = service_.execute({step, {}, "trainer"});
        if (!done) {
            return fail(ErrorKind::Refused, scenario.id + ": /start",
                        LocalText{done.error().message.nl, step.event + ": " + done.error().message.en},
                        {"hamer check noemt wat niet past", "hamer check names what does not fit"});
        }
    }
    HeldDrill drill{.session = service_.session_id(),
                    .scenario = scenario.id,
                    .title = scenario.title.in(language),
                    .held = service_.now().at,
                    .setup = std::move(setup)};
    // What was done in the same millisecond is not the chair's.
    drill.held.milliseconds += 1;
    auto made = DrillFolder::make(files_, service_.session_folder(), scenario, drill);
    if (!made) return tl::unexpected<Error>(made.error());
    folder_.emplace(*std::move(made));
    return {};
}

Status Practice::resume(const std::string& session) {
    if (auto reopened = service_.reopen(session); !reopened) return reopened;
    auto opened = DrillFolder::open(files_, service_.session_folder());
    if (!opened) return tl::unexpected<Error>(opened.error());
    folder_.emplace(*std::move(opened));
    return {};
}

std::int64_t Practice::passed() const {
    return std::max<std::int64_t>(0, service_.now().at.milliseconds - folder_->began().milliseconds);
}

DrillFacts Practice::observed() const {
    return {folder_->scenario(), service_.session(), folder_->drill(), folder_->acts(), passed()};
}

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
                                 .problem = problem_ ? describe(*problem_, language) : std::string(),
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

void Practice::remember(const Status& done) {
    const bool same = done ? !problem_ : problem_ && describe(*problem_) == describe(done.error());
    if (same) return;
    problem_.reset();
    if (!done) problem_ = done.error();
    ++acted_;
}

void Practice::tend() {
    const auto changed = folder_->read();
    if (changed && *changed) ++acted_;
    if (!changed) remember(tl::unexpected<Error>(changed.error()));
}

void Practice::act(TrainerAct act) {
    act.at = passed();
    const Status added = folder_->add(std::move(act));
    remember(added);
    if (added) ++acted_;
}

std::vector<std::filesystem::path> Practice::watched() const { return folder_->watched(); }

void Practice::end(Language language) {
    if (!ended()) remember(try_to_end(language));
}

Status Practice::try_to_end(Language language) {
    if (const StorageHealth health = service_.storage(); health.unrecorded > 0) {
        return not_on_disk(health, service_.session_folder());
    }
    const DrillFacts seen = observed();
    const DrillScore score = seen.score();
    if (auto finished = folder_->finish({seen.now, score.points, score.of}); !finished) return finished;
    auto debriefing = Debriefing::open(files_, service_.options().data, service_.session_id());
    if (!debriefing) return tl::unexpected<Error>(debriefing.error());
    return debriefing->write(language);
}

}  // namespace hamer
