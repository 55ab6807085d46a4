// org.freedesktop.portal.OpenURI, and where that is not to be had the program xdg-open.
#include "platform/child_process.h"
#include "platform/error_number.h"
#include "platform/posix/surface/module/desktop_module.h"
#include "platform/posix/surface/module/portal_request.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

namespace hamer {
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

Status opened_by_program(const std::filesystem::path& file, const DesktopPatience& patience, int wake) {
    const std::string program = "xdg-open";
    auto started = start_program({program, file.string()}, {.streams = StartOptions::Streams::Nowhere});
    if (!started) {
        return tl::unexpected(opening_error(file, fmt::format("{}: {}", program, started.error().problem)));
    }
    // It may go on for as long as the file is looked at.
    for (std::int64_t waited = 0; waited <= patience.glance.count(); waited += look_every_ms) {
        if (const auto status = started->ended()) {
            if (*status == 0) return {};
            return tl::unexpected(opening_error(file, fmt::format("{}: {}", program, *status)));
        }
        pollfd told{wake, POLLIN, 0};
        if (::poll(&told, 1, look_every_ms) > 0) break;
    }
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

}  // namespace hamer
