// Whether files in a folder can be locked at all. Internal to register/.
#pragma once

#include <filesystem>

namespace hamer {

// Tries it on a file of its own, which is gone afterwards: SQLite says of a file system without locks what it says of a
// register that somebody else is writing to. True where it cannot be tried.
[[nodiscard]] bool has_locks(const std::filesystem::path& register_file);

}  // namespace hamer
