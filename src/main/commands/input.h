// What the commands read from standard input. It may have no end: a file of the system's own, another program.
#pragma once

#include "base/result.h"

#include <optional>
#include <string>

namespace hamer {

// All of it. Refuses what is larger than `limit`.
[[nodiscard]] Result<std::string> read_standard_input(std::size_t limit = 4u << 20);
// The next line without its newline, or nothing at the end. Refuses one that is longer than `limit`.
[[nodiscard]] Result<std::optional<std::string>> read_line(std::size_t limit = 1u << 20);

}  // namespace hamer
