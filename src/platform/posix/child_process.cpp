#include "platform/child_process.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <system_error>
#include <thread>
#include <unistd.h>
#include <utility>

namespace hamer {

namespace {

constexpr std::size_t most_output = 64u << 10;
constexpr auto look_every = std::chrono::milliseconds(100);

struct Pipe {
    std::array<int, 2> ends{-1, -1};
    ~Pipe() {
        for (const int end : ends) {
            if (end >= 0) ::close(end);
        }
    }
    void close_end(std::size_t which) {
        ::close(ends[which]);
        ends[which] = -1;
    }
};

// How posix_spawn is told what a child gets; for one call.
class Spawning {
  public:
    Spawning() {
        posix_spawn_file_actions_init(&actions_);
        posix_spawnattr_init(&attributes_);
        sigset_t as_usual;
        sigemptyset(&as_usual);
        sigaddset(&as_usual, SIGPIPE);
        sigaddset(&as_usual, SIGXFSZ);
        posix_spawnattr_setsigdefault(&attributes_, &as_usual);
    }
    ~Spawning() {
        posix_spawnattr_destroy(&attributes_);
        posix_spawn_file_actions_destroy(&actions_);
    }
    Spawning(const Spawning&) = delete;
    Spawning& operator=(const Spawning&) = delete;

    void nothing_at(int number, int flags) {
        posix_spawn_file_actions_addopen(&actions_, number, "/dev/null", flags, 0);
    }
    void write_to(int descriptor) { posix_spawn_file_actions_adddup2(&actions_, descriptor, STDOUT_FILENO); }

    // 0 when it could be started. `kin`: POSIX_SPAWN_SETPGROUP, a group of its own, so that what it starts can be ended
    // with it; POSIX_SPAWN_SETSID, a session of its own, so that it stays when Hamer goes.
    int start(std::vector<std::string> words, std::vector<std::string> environment, short kin, pid_t& child) {
        posix_spawnattr_setflags(&attributes_, static_cast<short>(kin | POSIX_SPAWN_SETSIGDEF));
        posix_spawnattr_setpgroup(&attributes_, 0);
        return ::posix_spawnp(&child, words.front().c_str(), &actions_, &attributes_, pointers_to(words).data(),
                              pointers_to(environment).data());
    }

  private:
    static std::vector<char*> pointers_to(std::vector<std::string>& words) {
        std::vector<char*> made;
        for (std::string& word : words) made.push_back(word.data());
        made.push_back(nullptr);
        return made;
    }

    posix_spawn_file_actions_t actions_{};
    posix_spawnattr_t attributes_{};
};

std::vector<std::string> environment_with(const std::map<std::string, std::string>& changes) {
    std::vector<std::string> made;
    for (char** each = environ; *each != nullptr; ++each) {
        const std::string_view variable = *each;
        if (!changes.contains(std::string(variable.substr(0, variable.find('='))))) made.emplace_back(variable);
    }
    for (const auto& [name, value] : changes) made.push_back(name + "=" + value);
    return made;
}

int status_of(int status) { return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status); }

}  // namespace

Result<ChildResult> run_child(const std::vector<std::string>& words, std::chrono::milliseconds limit,
                              const std::function<bool()>& give_up) {
    Pipe pipe;
    if (::pipe2(pipe.ends.data(), O_CLOEXEC) != 0)
        return fail(ErrorKind::Refused, words[0], std::strerror(errno), {}, Trouble::ProgramFailed);
    Spawning spawning;
    spawning.nothing_at(STDIN_FILENO, O_RDONLY);
    spawning.write_to(pipe.ends[1]);
    pid_t child = -1;
    if (const int failed = spawning.start(words, environment_with({}), POSIX_SPAWN_SETPGROUP, child); failed != 0) {
        return fail(ErrorKind::Refused, words[0], std::string("cannot be started: ") + std::strerror(failed),
                    "See that it is there and may be run", Trouble::ProgramFailed);
    }
    pipe.close_end(1);

    ChildResult result;
    auto left = limit;
    for (bool open = true;;) {
        int status = 0;
        if (::waitpid(child, &status, WNOHANG) == child) result.exit_status = status_of(status);
        pollfd ready{pipe.ends[0], POLLIN, 0};
        const int wait = result.exit_status >= 0 ? 0 : static_cast<int>(std::min(left, look_every).count());
        if (open && ::poll(&ready, 1, wait) > 0) {
            std::array<char, 4096> buffer{};
            const ssize_t got = ::read(pipe.ends[0], buffer.data(), buffer.size());
            if (got > 0 && result.output.size() < most_output) {
                result.output.append(buffer.data(), static_cast<std::size_t>(got));
            }
            open = got > 0 && result.output.size() < most_output;
            if (open) continue;
            pipe.close_end(0);  // who goes on writing is ended by it
        } else if (!open && result.exit_status < 0) {
            // It closed its output and goes on.
            ::poll(nullptr, 0, wait);
        }
        if (result.exit_status >= 0) return result;
        left -= look_every;
        if (left > std::chrono::milliseconds(0) && !give_up()) continue;
        ::kill(-child, SIGKILL);
        ::waitpid(child, &status, 0);
        result.stopped = true;
        result.exit_status = 128 + SIGKILL;
        return result;
    }
}

struct StartedProgram::Process {
    pid_t number = -1;
    std::optional<int> status{};
};

StartedProgram::StartedProgram(std::unique_ptr<Process> process) : process_(std::move(process)) {}
StartedProgram::StartedProgram(StartedProgram&&) noexcept = default;

// Where nobody takes its status it stays in the table of processes until Hamer ends.
StartedProgram::~StartedProgram() {
    if (!process_ || process_->status) return;
    try {
        std::thread([child = process_->number] { ::waitpid(child, nullptr, 0); }).detach();
    } catch (const std::system_error&) {
        // It is taken when Hamer ends.
    }
}

std::optional<int> StartedProgram::ended() {
    int status = 0;
    if (!process_->status && ::waitpid(process_->number, &status, WNOHANG) == process_->number) {
        process_->status = status_of(status);
    }
    return process_->status;
}

Result<StartedProgram> start_program(const std::vector<std::string>& words, const StartOptions& with) {
    Spawning spawning;
    if (with.streams == StartOptions::Streams::Nowhere) {
        spawning.nothing_at(STDIN_FILENO, O_RDONLY);
        spawning.nothing_at(STDOUT_FILENO, O_WRONLY);
        spawning.nothing_at(STDERR_FILENO, O_WRONLY);
    }
    auto process = std::make_unique<StartedProgram::Process>();
    const int failed = spawning.start(words, environment_with(with.environment), POSIX_SPAWN_SETSID, process->number);
    if (failed != 0) return fail(ErrorKind::Refused, words[0], std::strerror(failed), {}, Trouble::ProgramFailed);
    return StartedProgram(std::move(process));
}

std::string this_program() { return "/proc/self/exe"; }

}  // namespace hamer
