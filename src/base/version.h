// The program's version, as recorded in each session.
#pragma once

#include <string_view>

namespace hamer {

inline constexpr std::string_view program_version = "0.1.0";

}  // namespace hamer
