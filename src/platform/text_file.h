// Reading a whole small file of text that a person may have edited.
#pragma once

#include "base/result.h"

#include <filesystem>
#include <string>

namespace hamer {

// The file's bytes but for a byte order mark. Refuses, saying so, what is missing, no file, too large, or not UTF-8.
[[nodiscard]] Result<std::string> read_text_file(const std::filesystem::path& path, std::size_t limit = 4u << 20);

// The same for a password or a token: refused when others than its owner may read or change it. As clean_secret gives
// it.
[[nodiscard]] Result<std::string> read_secret_file(const std::filesystem::path& path, std::size_t limit = 8192);
// A secret as it is meant, of what a file, an editor or another program gave: without a byte order mark, and without
// line ends and spaces around it. Refused when it is empty or `printable` (base/text.h) would change it, as a second
// line would; says no part of it.
[[nodiscard]] Result<std::string> clean_secret(std::string text, const std::string& where);

}  // namespace hamer
