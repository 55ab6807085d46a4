// How a drill went, as JSON for scripts.
#pragma once

#include "drill/score.h"

#include <string>
#include <vector>

namespace hamer {

// A step that was refused while a script was played.
struct RefusedStep {
    std::int64_t at_ms = 0;
    std::string what;
    std::string code;
};
// How a drill went, as JSON, with the protocol's sentences; the same drill gives the same bytes.
[[nodiscard]] std::string drill_as_json(const DrillScenario& scenario, const Procedure& procedure,
                                        const DrillTimes& times, const DrillScore& score,
                                        const std::vector<RefusedStep>& refused, std::int64_t lasted_ms,
                                        Language language);

}  // namespace hamer
