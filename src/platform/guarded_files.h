// Files that this process has open in a library that locks them, as SQLite does the register.
//
// POSIX drops every lock that a process has on a file when any descriptor of it is closed, whoever opened that one
// (https://www.sqlite.org/howtocorrupt.html, 2.2). So nothing else in the process may open such a file while the
// library has it: not by a name that somebody typed, not by a link. For any thread.
#pragma once

#include "base/result.h"

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace hamer {

// Guards files for as long as it lives. It must outlive the library's own hold on them, and no longer: the number of a
// file that was removed belongs to the next one that is made.
class FileGuard {
  public:
    FileGuard() = default;
    ~FileGuard();
    FileGuard(FileGuard&& other) noexcept : files_(std::exchange(other.files_, {})) {}
    FileGuard& operator=(FileGuard&&) = delete;

    // Nothing where there is no such file.
    void add(const std::filesystem::path& path);

    using File = std::pair<unsigned long long, unsigned long long>;  // device and number

  private:
    std::vector<File> files_;
};

// Makes a file for such a library where there is none, with the folders above it, all of them for their owner alone;
// tightens the mode of one that exists; and guards it. It is never opened. `what` names it in errors: "the register".
[[nodiscard]] Result<FileGuard> make_guarded_file(const std::filesystem::path& path, const std::string& what);

// By what is behind the name, without opening it.
[[nodiscard]] bool is_guarded(const std::filesystem::path& path);

}  // namespace hamer
