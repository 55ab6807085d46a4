// Reading a whole small file of text that a person may have edited.
#pragma once

#include "base/result.h"

#include <filesystem>
#include <string>

namespace hamer {

// The file's bytes. Refuses what is missing, not a regular file, larger than `limit` bytes, or not UTF-8, saying which.
[[nodiscard]] Result<std::string> read_text_file(const std::filesystem::path& path, std::size_t limit = 4u << 20);

}  // namespace hamer
