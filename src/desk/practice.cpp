#include "desk/practice.h"

#include "codec/held_json.h"
#include "journal/durable.h"
#include "report/pdf.h"

#include <algorithm>

namespace hamer {

namespace {

std::int64_t at_pace(std::int64_t milliseconds, int percent) { return milliseconds * percent / 100; }

}  // namespace

Practice::Practice(DrillScenario scenario, Desk& desk, FileSystem& files, PracticeOptions options)
    : scenario_(std::move(scenario)), desk_(desk), files_(files), options_(options) {
    for (Inject& one : scenario_.injects) one.delay = at_pace(one.delay, options_.pace_percent);
    for (Expectation& one : scenario_.expected) one.within = at_pace(one.within, options_.pace_percent);
    for (const std::string& one : options_.attendance) {
        acts_.push_back({.kind = TrainerAct::Kind::Attend, .text = one});
    }
}

Status Practice::begin(Language language) {
    Meeting meeting;
    meeting.name = scenario_.title.in(language);
    meeting.date = calendar_date(desk_.now().at);
    if (const auto begun = desk_.begin(meeting, language); !begun) return begun;
    for (const Do& step : scenario_.start) {
        const auto done = desk_.execute({step, {}, "trainer"});
        if (!done) {
            return fail(ErrorKind::Refused, scenario_.id + ": /start", step.event + ": " + done.error().message.en,
                        "hamer check names what does not fit");
        }
    }
    began_ = desk_.now().at;
    // What was done in the same millisecond is not the chair's.
    began_.milliseconds += 1;
    return {};
}

std::int64_t Practice::passed() const {
    return std::max<std::int64_t>(0, desk_.now().at.milliseconds - began_.milliseconds);
}

DrillTimes Practice::times() const { return {scenario_, desk_.session(), began_, acts_, passed()}; }

std::string Practice::happens(Language language) const {
    const DrillTimes now = times();
    const Inject* latest = nullptr;
    std::int64_t at = -1;
    for (std::size_t i = 0; i < scenario_.injects.size(); ++i) {
        const InjectState& state = now.injects()[i];
        if (state.kind != InjectState::Kind::Fired || state.at < at) continue;
        latest = &scenario_.injects[i];
        at = state.at;
    }
    if (latest) return latest->show.in(language);
    return language == Language::Dutch ? "De oefening is begonnen. Wacht op wat er gebeurt."
                                       : "The drill has begun. Wait for what happens.";
}

std::string Practice::hint(Language language) const {
    if (!options_.hints) return {};
    const DrillScore score = score_drill(scenario_, desk_.session(), began_, acts_, passed());
    for (const ScoredExpectation& one : score.expected) {
        if (!one.asked || one.at) continue;
        const auto number = desk_.procedure().event(one.expectation->event);
        if (number) return desk_.procedure().events[*number].label.in(language);
    }
    return {};
}

std::uint64_t Practice::version() const {
    // Steps change it through the session; here only what comes by itself.
    const auto& injects = times();
    return static_cast<std::uint64_t>(
        std::ranges::count(injects.injects(), InjectState::Kind::Fired, &InjectState::kind));
}

std::optional<std::int64_t> Practice::until_next() const {
    const auto next = next_inject(times());
    if (!next) return std::nullopt;
    return std::max<std::int64_t>(0, *next - passed());
}

Status Practice::end(Language language) {
    if (debrief_) return {};
    const std::int64_t lasted = passed();
    const DrillTimes now = times();
    const DrillScore score = score_drill(scenario_, desk_.session(), began_, acts_, lasted);
    debrief_ = debrief_of({scenario_, desk_.procedure(), now, score, acts_, began_, lasted}, language);
    const auto pdf = document_as_pdf(*debrief_, desk_.now().at);
    if (!pdf) return tl::unexpected<Error>(pdf.error());
    if (desk_.options().data.empty()) return {};
    debrief_file_ = desk_.session_folder() / "debrief.pdf";
    if (auto put = replace_file(files_, debrief_file_, *pdf); !put) return put;
    const HeldDrill held{desk_.session_id(), scenario_.id, scenario_.title.in(language), began_, lasted,
                         score.points,       score.of,     options_.attendance};
    return replace_file(files_, desk_.session_folder() / "drill.json", write_held(held));
}

}  // namespace hamer
