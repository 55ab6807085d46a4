// scenarios/*.json (config/schema/scenario.schema.json), from anywhere: bounded in size, depth, numbers and times.
#pragma once

#include "base/result.h"
#include "drill/scenario.h"
#include "drill/score.h"

#include <string>
#include <string_view>

namespace hamer {

inline constexpr std::size_t largest_scenario = 256u << 10;  // bytes

// The shape alone; whether it fits a procedure is for check_scenario.
[[nodiscard]] Result<DrillScenario> read_scenario(std::string_view text, const std::string& file);

// A file that reads back as the same scenario.
[[nodiscard]] std::string write_scenario(const DrillScenario& scenario);

// A line of a drill's script: {"at": 12.5, "do": …, "with": {…}} is a step of the chair's, {"at": …, "fire": INJECT},
// "skip", {"delay": INJECT, "by": SECONDS}, {"observe": TEXT}, {"rate": GOAL, "as": 1 to 5}, {"agree": TEXT} and
// {"attend": NAME} are the trainer's.
// Times are seconds since the drill began and never go back.
struct DrillLine {
    std::int64_t at = 0;
    std::optional<Command> command{};
    std::optional<TrainerAct> act{};
};
[[nodiscard]] Result<std::vector<DrillLine>> read_drill_script(std::string_view text, const std::string& file);

// A step that was refused while a script was played.
struct RefusedStep {
    std::int64_t at = 0;
    std::string what;
    std::string code;
};
// How a drill went, as JSON, with the protocol's sentences; the same drill gives the same bytes.
[[nodiscard]] std::string drill_as_json(const DrillScenario& scenario, const Procedure& procedure,
                                        const DrillTimes& times, const DrillScore& score,
                                        const std::vector<RefusedStep>& refused, std::int64_t lasted,
                                        Language language);

}  // namespace hamer
