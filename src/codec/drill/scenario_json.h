// scenarios/*.json (config/schema/scenario.schema.json), from anywhere: bounded in size, depth, numbers and times.
#pragma once

#include "base/result.h"
#include "drill/scenario.h"

#include <string>
#include <string_view>

namespace hamer {

inline constexpr std::size_t largest_scenario = 256u << 10;  // bytes

// The shape alone; whether it fits a procedure is for check_scenario.
[[nodiscard]] Result<DrillScenario> read_scenario(std::string_view text, const std::string& file);

// A file that reads back as the same scenario.
[[nodiscard]] std::string write_scenario(const DrillScenario& scenario);

}  // namespace hamer
