// Whether files in a folder can be locked at all, in the way that libraries such as SQLite do. Asks the disk; any
// thread.
#pragma once

#include <filesystem>

namespace hamer {

// Tries it on a file of its own beside the one named, which is gone afterwards: SQLite says of a file system without
// locks what it says of a register that somebody else is writing to. True where it cannot be tried.
[[nodiscard]] bool has_locks(const std::filesystem::path& beside);

}  // namespace hamer
