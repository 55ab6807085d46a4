// A drill on paper, to talk through: what was expected against what happened, what went well, what to improve, and what
// was agreed. Says OEFENING on each page.
#pragma once

#include "drill/held.h"
#include "drill/score.h"
#include "report/document.h"

#include <optional>
#include <string>
#include <vector>

namespace hamer {

struct DrillHeld {
    const DrillScenario& scenario;
    const Procedure& procedure;
    const DrillTimes& times;
    const DrillScore& score;
    const std::vector<TrainerAct>& acts;
    Instant began;
    std::int64_t lasted_ms = 0;
    std::optional<DrillSetup> setup{};  // nothing where it was played by a script
    std::vector<std::string> attendance{};
};

[[nodiscard]] Document debrief_of(const DrillHeld& drill, Language language);

}  // namespace hamer
