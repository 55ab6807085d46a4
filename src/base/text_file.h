// Reading a whole small file of text that a person may have edited.
#pragma once

#include "base/result.h"

#include <filesystem>
#include <string>

namespace hamer {

// The file's bytes. Refuses what is missing, not a regular file, larger than `limit` bytes, or not UTF-8, saying which.
[[nodiscard]] Result<std::string> read_text_file(const std::filesystem::path& path, std::size_t limit = 4u << 20);

// The same for a password or a token: refused when others than its owner may read or change it. Without the line end.
[[nodiscard]] Result<std::string> read_secret_file(const std::filesystem::path& path, std::size_t limit = 8192);
// Whether any other user of the machine may read it, or change it. False for what is not there.
[[nodiscard]] bool others_may_read(const std::filesystem::path& path);
[[nodiscard]] bool others_may_change(const std::filesystem::path& path);

}  // namespace hamer
