// Who has a file open, to name it to who has to wait for it. Any thread but one that draws.
#pragma once

#include <filesystem>
#include <string>

namespace hamer {

// The programs with their numbers, besides this one: "hamer (4711), sqlite3 (4720)". Empty where there is none, or none
// of which this user may know, or where the system does not tell.
[[nodiscard]] std::string users_of(const std::filesystem::path& file);

}  // namespace hamer
