// What a screen may know of a drill, whoever keeps it: the window in which it is held, the trainer's own, or a debrief.
//
// A view of things that others own; use it at once and do not keep it.
#pragma once

#include "drill/held.h"
#include "drill/score.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace hamer {

struct DrillFacts {
    const DrillScenario& scenario;  // at its pace
    const Session& session;
    const HeldDrill& drill;
    const std::vector<TrainerAct>& acts;
    std::int64_t now_ms = 0;  // since it began

    // The trainer asked for the end; whoever holds the drill ends it.
    [[nodiscard]] bool asked_to_end() const {
        return std::ranges::find(acts, TrainerAct::Kind::End, &TrainerAct::kind) != acts.end();
    }
    [[nodiscard]] DrillTimes times() const { return {scenario, session, drill.held, acts, now_ms}; }
    [[nodiscard]] DrillScore score() const { return score_drill(scenario, session, drill.held, acts, now_ms); }
};

}  // namespace hamer
