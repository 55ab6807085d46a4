// Programs started to be measured.
#pragma once

#include <filesystem>
#include <string>
#include <sys/types.h>
#include <vector>

namespace hamer::bench {

using Words = std::vector<std::string>;

// Hamer's window as it is started on this folder; with `frames` it ends after so many.
[[nodiscard]] Words window_on(const std::filesystem::path& data, int frames = 0);

// The same, without what it says of itself on standard error.
[[nodiscard]] Words quietly(const Words& command);

// A program that runs beside the bench. Its standard output is thrown away, its errors are shown.
class Child {
  public:
    // `environment` ("NAME=value") is added to the bench's own. Throws Trouble when it cannot be started.
    explicit Child(const Words& command, const Words& environment = {});
    ~Child();  // asks it to end, and waits
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    // Waits for its end; the exit status, or -1 after a signal.
    int wait();
    // What it has in memory, its share of what others have too (/proc/<pid>/smaps_rollup).
    [[nodiscard]] double memory_mb() const;
    // Processor time spent so far, of all its threads, in steps of a hundredth of a second (/proc/<pid>/stat).
    [[nodiscard]] double cpu_ms() const;
    // The same of the threads that live, but for those whose name begins with `prefix` (/proc/<pid>/task/*/schedstat).
    [[nodiscard]] double cpu_ms_without(const std::string& prefix) const;

  private:
    pid_t id_ = -1;
};

// From the start to the end of a program, in milliseconds. Throws Trouble when it does not end with status 0.
[[nodiscard]] double run_ms(const Words& command);

// Whether a program of this name is on the path.
[[nodiscard]] bool is_installed(const std::string& name);

}  // namespace hamer::bench
