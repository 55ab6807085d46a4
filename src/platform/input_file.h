// Files that a person names for Hamer to read.
#pragma once

#include "base/result.h"

#include <filesystem>
#include <string>

namespace hamer {

// Refuses what is not there, and what is something else than a file: a folder, a pipe, a device. Those have no end, or
// keep who reads them waiting for one.
[[nodiscard]] Status expect_file(const std::filesystem::path& path);

// The bytes of such a file, as many as its folder says that it has: what a system makes up while it is read, as in
// /proc, has none by that count, and may have no end either. Refuses what is larger than `limit`.
[[nodiscard]] Result<std::string> read_input_file(const std::filesystem::path& path, std::size_t limit);

}  // namespace hamer
