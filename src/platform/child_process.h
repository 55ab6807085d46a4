// Other programs, started by this one: the one place that does.
//
// `words`: the program's whole path, or a name on the PATH, and its arguments; no shell reads them. It starts with the
// signals as usual, also those that Hamer does without (process.h). Errors are Refused, name
// the program, and have the system's reason as their problem. Any thread.
#pragma once

#include "base/result.h"

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace hamer {

struct ChildResult {
    int exit_status = -1;  // as a shell gives it: 128 + the signal that ended it
    bool stopped = false;  // it took too long, or was given up, and was killed with all that it started
    std::string output{};  // what it wrote to its standard output, at most 64 KB of it
};

// Waits for it, for a limited time. Its standard error goes where this program's goes. `give_up` is asked ten times a
// second.
[[nodiscard]] Result<ChildResult> run_child(
    const std::vector<std::string>& words, std::chrono::milliseconds limit,
    const std::function<bool()>& give_up = [] { return false; });

// A program that goes on when this one ends, and is asked at most whether it has ended. One thread at a time.
class StartedProgram {
  public:
    // What still runs goes on; a thread of its own waits for its end where the system asks for that.
    ~StartedProgram();
    StartedProgram(StartedProgram&&) noexcept;
    StartedProgram& operator=(StartedProgram&&) = delete;

    // Its exit status, as a shell gives it, once it has ended. Waits for nothing.
    [[nodiscard]] std::optional<int> ended();

  private:
    friend Result<StartedProgram> start_program(const std::vector<std::string>& words, const struct StartOptions& with);
    struct Process;
    explicit StartedProgram(std::unique_ptr<Process> process);
    std::unique_ptr<Process> process_;
};

struct StartOptions {
    // Shared: it reads and writes where this program does. Nowhere: it reads nothing, and what it writes is lost.
    enum class Streams { Shared, Nowhere };

    Streams streams = Streams::Shared;
    std::map<std::string, std::string> environment{};  // over this program's own
};
[[nodiscard]] Result<StartedProgram> start_program(const std::vector<std::string>& words,
                                                   const StartOptions& with = {});

// The first word that starts this very program once more, also where its file was replaced meanwhile.
[[nodiscard]] std::string this_program();

}  // namespace hamer
