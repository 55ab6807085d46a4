#include "broadcast/child_process.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

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

// Nothing when it could be started.
int start(const std::vector<std::string>& words, int output, pid_t& child) {
    std::vector<char*> arguments;
    for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    // Its own group, so that what it starts can be ended with it; and not the signals that Hamer does without.
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF);
    sigset_t as_usual;
    sigemptyset(&as_usual);
    sigaddset(&as_usual, SIGPIPE);
    sigaddset(&as_usual, SIGXFSZ);
    posix_spawnattr_setsigdefault(&attributes, &as_usual);
    posix_spawnattr_setpgroup(&attributes, 0);
    const int failed = ::posix_spawnp(&child, arguments[0], &actions, &attributes, arguments.data(), environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return failed;
}

}  // namespace

Result<ChildResult> run_child(const std::vector<std::string>& words, std::chrono::milliseconds limit,
                              const std::function<bool()>& give_up) {
    Pipe pipe;
    if (::pipe2(pipe.ends.data(), O_CLOEXEC) != 0)
        return fail(ErrorKind::Refused, words[0], std::strerror(errno), {}, Trouble::ProgramFailed);
    pid_t child = -1;
    if (const int failed = start(words, pipe.ends[1], child); failed != 0) {
        return fail(ErrorKind::Refused, words[0], std::string("cannot be started: ") + std::strerror(failed),
                    "See that it is there and may be run", Trouble::ProgramFailed);
    }
    pipe.close_end(1);

    ChildResult result;
    auto left = limit;
    for (bool open = true;;) {
        int status = 0;
        if (::waitpid(child, &status, WNOHANG) == child) {
            result.exit_status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
        }
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

}  // namespace hamer
