// drill.json beside a drill's journal, and the list of drills for scripts.
#pragma once

#include "base/result.h"
#include "drill/held.h"

#include <string>
#include <string_view>
#include <vector>

namespace hamer {

[[nodiscard]] std::string write_held(const HeldDrill& held);
[[nodiscard]] Result<HeldDrill> read_held(std::string_view text, const std::string& file);
[[nodiscard]] std::string held_as_json(const std::vector<HeldDrill>& held);

}  // namespace hamer
