// org.freedesktop.portal.OpenURI, and where that is not to be had the program xdg-open.
#include "base/trouble.h"
#include "platform/error_number.h"
#include "ui/module/desktop_module.h"
#include "ui/module/portal_request.h"

#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <system_error>
#include <thread>
#include <unistd.h>

extern char** environ;

namespace hamer::ui {
namespace {

constexpr int look_every_ms = 20;

class Descriptor {
  public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int number() const { return number_; }

  private:
    int number_;
};

// Whether the portal took it, or its user thought better of it.
bool opened_by_portal(int file, const std::string& parent, const DesktopPatience& patience, int wake) {
    PortalRequest request(patience, wake);
    if (!request.connect()) return false;
    sd_bus_message* call = request.new_call("org.freedesktop.portal.OpenURI", "OpenFile");
    if (call == nullptr) return false;
    int done = sd_bus_message_append(call, "sh", parent.c_str(), file);
    if (done >= 0) done = sd_bus_message_open_container(call, 'a', "{sv}");
    if (done >= 0) done = PortalRequest::append_token(call);
    if (done >= 0) done = sd_bus_message_close_container(call);
    if (done < 0) {
        sd_bus_message_unref(call);
        return false;
    }
    const auto answer = request.ask(call);
    return answer && answer->outcome != PortalAnswer::Outcome::Ended;
}

// Of its own session, so that it stays when Hamer goes.
int start(const std::string& program, const std::string& file, pid_t& child) {
    std::string words[] = {program, file};
    char* arguments[] = {words[0].data(), words[1].data(), nullptr};
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    // Not the signals that Hamer does without.
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGDEF);
    sigset_t as_usual;
    sigemptyset(&as_usual);
    sigaddset(&as_usual, SIGPIPE);
    sigaddset(&as_usual, SIGXFSZ);
    posix_spawnattr_setsigdefault(&attributes, &as_usual);
    const int failed = ::posix_spawnp(&child, arguments[0], &actions, &attributes, arguments, environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return failed;
}

// It may go on for as long as the file is looked at; a thread that has nothing else takes its status then.
void reap_later(pid_t child) {
    try {
        std::thread([child] { ::waitpid(child, nullptr, 0); }).detach();
    } catch (const std::system_error&) {
        // It is taken when Hamer ends.
    }
}

Status opened_by_program(const std::filesystem::path& file, const DesktopPatience& patience, int wake) {
    const std::string program = "xdg-open";
    pid_t child = -1;
    if (const int failed = start(program, file.string(), child); failed != 0) {
        return tl::unexpected(opening_error(file, fmt::format("{}: {}", program, std::strerror(failed))));
    }
    for (std::int64_t waited = 0; waited <= patience.glance.count(); waited += look_every_ms) {
        int status = 0;
        if (::waitpid(child, &status, WNOHANG) == child) {
            if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return {};
            return tl::unexpected(opening_error(
                file,
                fmt::format("{}: {}", program, WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status))));
        }
        pollfd told{wake, POLLIN, 0};
        if (::poll(&told, 1, look_every_ms) > 0) break;
    }
    reap_later(child);
    return {};
}

}  // namespace

Status open_by_desktop(const std::filesystem::path& file, const std::string& parent, const DesktopPatience& patience,
                       int wake) {
    const std::filesystem::path whole = std::filesystem::absolute(file);  // also so that none looks like an option
    // A pipe is not waited for.
    const Descriptor opened(::open(whole.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
    struct stat found {};
    if (opened.number() < 0 || ::fstat(opened.number(), &found) != 0) {
        return fail(ErrorKind::Storage, file.string(), std::strerror(errno), {}, trouble_of(errno));
    }
    if (!S_ISREG(found.st_mode)) {
        return fail(ErrorKind::Refused, file.string(), "expected a file", {}, Trouble::NotAFile);
    }
    if (opened_by_portal(opened.number(), parent, patience, wake)) return {};
    return opened_by_program(whole, patience, wake);
}

}  // namespace hamer::ui
