#include "private_bus.h"

#include "support/places.h"

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <stdexcept>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace hamer::test {

namespace {

constexpr int deadline_ms = 30'000;

}  // namespace

Program::Program(const std::vector<std::string>& words) {
    int in[2], out[2];
    if (::pipe2(in, O_CLOEXEC) != 0 || ::pipe2(out, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    std::vector<char*> arguments;
    for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, in[0], STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, out[1], STDOUT_FILENO);
    const int failed = ::posix_spawnp(&process_, arguments[0], &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    ::close(in[0]);
    ::close(out[1]);
    to_ = in[1];
    from_ = out[0];
    if (failed != 0) throw std::runtime_error("cannot start " + words[0]);
}

Program::~Program() {
    kill();
    ::close(to_);
    ::close(from_);
}

std::string Program::line() {
    std::string read;
    pollfd ready{from_, POLLIN, 0};
    for (char byte = 0; ::poll(&ready, 1, deadline_ms) > 0 && ::read(from_, &byte, 1) == 1 && byte != '\n';) {
        read += byte;
    }
    return read;
}

void Program::tell(const std::string& line) const {
    if (::write(to_, (line + "\n").data(), line.size() + 1) < 0) throw std::runtime_error("it does not listen");
}

void Program::stop() const {
    ::kill(process_, SIGSTOP);
    int status = 0;
    ::waitpid(process_, &status, WUNTRACED);
}

void Program::go_on() const { ::kill(process_, SIGCONT); }

void Program::kill() {
    if (process_ < 0) return;
    ::kill(process_, SIGKILL);
    ::waitpid(process_, nullptr, 0);
    process_ = -1;
}

PrivateBus::PrivateBus()
    : daemon({"dbus-daemon", "--config-file=" + source_directory() + "/tests/support/bus.conf", "--nofork",
              "--print-address"}) {
    ::setenv("DBUS_SESSION_BUS_ADDRESS", daemon.line().c_str(), 1);
}

PrivateBus::~PrivateBus() { ::setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus", 1); }

}  // namespace hamer::test
