// Files that this process has open in a library that locks them, as SQLite does the register.
//
// POSIX drops every lock that a process has on a file when any descriptor of it is closed, whoever opened that one
// (https://www.sqlite.org/howtocorrupt.html, 2.2). So nothing else in the process may open such a file: not by a name
// that somebody typed, not by a link. Functions are for any thread.
#pragma once

#include <filesystem>

namespace hamer {

// From now on, for as long as the process lives. Nothing where there is no such file.
void guard_file(const std::filesystem::path& path);
// By what is behind the name, without opening it.
[[nodiscard]] bool is_guarded(const std::filesystem::path& path);

}  // namespace hamer
