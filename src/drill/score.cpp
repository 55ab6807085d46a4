#include "drill/score.h"

#include <algorithm>
#include <map>

namespace hamer {

namespace {

bool has(const Session& session, const Entry& step, const std::string& event, const Fields& wanted) {
    const auto* recorded = step.as<StepRecorded>();
    if (!recorded || recorded->event != event) return wanted.empty();  // raised by another: without fields of its own
    const Fields fields = session.fields_of(step);
    return std::ranges::all_of(wanted, [&](const auto& one) {
        const auto found = fields.find(one.first);
        return found != fields.end() && found->second == one.second;
    });
}

std::vector<ScoredExpectation> expected_and_done(const DrillScenario& scenario, const Session& session,
                                                 const DrillTimes& times, std::int64_t now_ms) {
    std::vector<ScoredExpectation> scored;
    std::map<std::string, std::size_t> taken;  // how many steps of an event went to an expectation already, or to none
    std::map<std::string, std::size_t> left;   // how many expectations of an event are still to come
    for (const Expectation& one : scenario.expected) ++left[one.event];
    for (const Expectation& one : scenario.expected) {
        ScoredExpectation made{.expectation = &one, .asked_ms = times.when_ms(one.after), .of = one.points};
        const auto steps = times.occurrences(one.event);
        const std::size_t still = left[one.event]--;
        // A step too many that came before this was asked belongs to something else, such as a wrong branch.
        const auto spare = [&](std::size_t at) {
            return steps.size() - at > still && made.asked_ms && steps[at].at_ms < *made.asked_ms;
        };
        while (taken[one.event] < steps.size() && spare(taken[one.event])) ++taken[one.event];
        const std::size_t which = taken[one.event]++;
        if (which < steps.size()) {
            made.at_ms = steps[which].at_ms;
            if (!made.asked_ms || *made.at_ms < *made.asked_ms)
                made.verdict = Verdict::OutOfOrder;
            else if (!has(session, *steps[which].entry, one.event, one.with))
                made.verdict = Verdict::Wrong;
            else
                made.verdict = *made.at_ms - *made.asked_ms <= one.within_ms ? Verdict::Met : Verdict::Late;
        } else if (!made.asked_ms || now_ms - *made.asked_ms < one.within_ms) {
            made.verdict = Verdict::NotAsked;
            made.of = 0;
        }
        if (made.verdict == Verdict::Met) made.points = one.points;
        if (made.verdict == Verdict::Late || made.verdict == Verdict::OutOfOrder) made.points = one.points / 2;
        scored.push_back(std::move(made));
    }
    return scored;
}

std::vector<ScoredMistake> mistakes_made(const DrillScenario& scenario, const Session& session,
                                         const DrillTimes& times) {
    std::vector<ScoredMistake> mistakes;
    for (const Mistake& one : scenario.mistakes) {
        const auto from_ms = one.from ? times.when_ms(*one.from) : std::optional<std::int64_t>(0);
        const auto until_ms = one.until ? times.when_ms(*one.until) : std::nullopt;
        if (!from_ms) continue;
        ScoredMistake made{.mistake = &one};
        for (const auto& step : times.occurrences(one.event)) {
            const bool within = step.at_ms >= *from_ms && (!until_ms || step.at_ms < *until_ms);
            // What another step brought with it is counted there.
            const auto* recorded = step.entry->as<StepRecorded>();
            const bool itself = recorded && recorded->event == one.event;
            if (within && itself && has(session, *step.entry, one.event, one.with)) made.at_ms.push_back(step.at_ms);
        }
        if (!made.at_ms.empty()) mistakes.push_back(std::move(made));
    }
    return mistakes;
}

ScoredGoal scored(const DrillGoal& goal, const std::vector<ScoredExpectation>& expected,
                  const std::vector<TrainerAct>& acts) {
    ScoredGoal made{.goal = &goal};
    for (const ScoredExpectation& one : expected) {
        if (one.expectation->goal != goal.id) continue;
        made.points += one.points;
        made.of += one.of;
    }
    for (const TrainerAct& act : acts) {
        if (act.kind == TrainerAct::Kind::Rate && act.id == goal.id) made.rating = act.rating;
    }
    return made;
}

}  // namespace

LocalText name_of(Verdict verdict) {
    switch (verdict) {
        case Verdict::Met:
            return {"op tijd", "met"};
        case Verdict::Late:
            return {"te laat", "late"};
        case Verdict::Skipped:
            return {"niet gedaan", "skipped"};
        case Verdict::OutOfOrder:
            return {"te vroeg", "out of order"};
        case Verdict::Wrong:
            return {"anders dan gevraagd", "wrong"};
        case Verdict::NotAsked:
            break;
    }
    return {"niet aan de orde", "not asked"};
}

DrillScore score_drill(const DrillScenario& scenario, const Session& session, Instant began,
                       const std::vector<TrainerAct>& acts, std::int64_t now_ms) {
    const DrillTimes times(scenario, session, began, acts, now_ms);
    DrillScore score{.expected = expected_and_done(scenario, session, times, now_ms),
                     .mistakes = mistakes_made(scenario, session, times),
                     .goals = {}};
    for (const ScoredExpectation& one : score.expected) {
        score.points += one.points;
        score.of += one.of;
    }
    for (const ScoredMistake& one : score.mistakes) {
        score.points -= one.mistake->points * static_cast<int>(one.at_ms.size());
    }
    score.points = std::max(0, score.points);
    for (const DrillGoal& goal : scenario.goals) score.goals.push_back(scored(goal, score.expected, acts));
    return score;
}

}  // namespace hamer
