// Starts another program and waits for it, for a limited time.
#pragma once

#include "base/result.h"

#include <chrono>
#include <functional>
#include <string>
#include <vector>

namespace hamer {

struct ChildResult {
    int exit_status = -1;  // as a shell gives it: 128 + the signal that ended it
    bool stopped = false;  // it took too long, or was given up, and was killed with all that it started
    std::string output{};  // what it wrote to its standard output, at most 64 KB of it
};

// `words`: the program's whole path, or a name on the PATH, and its arguments; no shell reads them. Its standard error
// goes where the caller's goes. Refused when it cannot be started. `give_up` is asked ten times a second. Any thread.
[[nodiscard]] Result<ChildResult> run_child(
    const std::vector<std::string>& words, std::chrono::milliseconds limit,
    const std::function<bool()>& give_up = [] { return false; });

}  // namespace hamer
