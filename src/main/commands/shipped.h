// The settings and the procedure that come with Hamer, as they are in config/: inside the program, so that a meeting
// can begin when no disk can be read.
#pragma once

#include <string_view>

namespace hamer {

[[nodiscard]] std::string_view shipped_settings();
[[nodiscard]] std::string_view shipped_procedure();

}  // namespace hamer
