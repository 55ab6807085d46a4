// A drill's script, and what a trainer did while it was played: a line of JSON each.
#pragma once

#include "base/result.h"
#include "drill/conductor.h"
#include "session/command.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hamer {

// A line of a drill's script: {"at": 12.5, "do": …, "with": {…}} is a step of the chair's, {"at": …, "fire": INJECT},
// "skip", {"delay": INJECT, "by": SECONDS}, {"observe": TEXT}, {"rate": GOAL, "as": 1 to 5}, {"agree": TEXT} and
// {"attend": NAME} are the trainer's; {"take_back": true} takes back the trainer's last one,
// and {"end": true} asks the window in which the drill is held to end it; a script ends by itself.
// Times are seconds since the drill began and never go back.
struct DrillLine {
    std::int64_t at_ms = 0;
    std::optional<Command> command{};
    std::optional<TrainerAct> act{};
};
[[nodiscard]] Result<std::vector<DrillLine>> read_drill_script(std::string_view text, const std::string& file);

// One of the trainer's lines by itself, without a newline. Nothing for a line that is none.
[[nodiscard]] std::string write_trainer_act(const TrainerAct& act);
[[nodiscard]] std::optional<TrainerAct> read_trainer_act(std::string_view line);

}  // namespace hamer
