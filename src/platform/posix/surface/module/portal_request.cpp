#include "platform/posix/surface/module/portal_request.h"

#include "base/text.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <ctime>
#include <limits>
#include <poll.h>

namespace hamer {
namespace {

constexpr const char* portal_name = "org.freedesktop.portal.Desktop";
constexpr const char* portal_path = "/org/freedesktop/portal/desktop";
constexpr const char* request_interface = "org.freedesktop.portal.Request";
constexpr const char* token = "hamer";  // one request a connection
constexpr std::int64_t never = std::numeric_limits<std::int64_t>::max();
constexpr std::size_t most_responses = 16;  // others' are heard too where a portal tells everybody
constexpr std::size_t longest_cause = 200;

std::int64_t now_ms() {
    timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    return static_cast<std::int64_t>(now.tv_sec) * 1000 + now.tv_nsec / 1'000'000;
}

tl::unexpected<PortalFailure> failed(ChooserTrouble trouble, const std::string& cause = {}) {
    return tl::unexpected(PortalFailure{trouble, printable(cause, longest_cause)});
}

tl::unexpected<PortalFailure> failed(ChooserTrouble trouble, int error_number) {
    return failed(trouble, std::string(std::strerror(error_number < 0 ? -error_number : error_number)));
}

// False where the message is none of its kind.
bool read_response(sd_bus_message* signal, PortalAnswer& answer) {
    std::uint32_t outcome = 0;
    if (sd_bus_message_has_signature(signal, "ua{sv}") <= 0 || sd_bus_message_read(signal, "u", &outcome) < 0) {
        return false;
    }
    answer.outcome = outcome == 0   ? PortalAnswer::Outcome::Done
                     : outcome == 1 ? PortalAnswer::Outcome::ClosedByUser
                                    : PortalAnswer::Outcome::Ended;
    if (sd_bus_message_enter_container(signal, 'a', "{sv}") < 0) return false;
    while (sd_bus_message_enter_container(signal, 'e', "sv") > 0) {
        const char* name = nullptr;
        if (sd_bus_message_read(signal, "s", &name) < 0) return false;
        if (std::strcmp(name, "uris") != 0) {
            if (sd_bus_message_skip(signal, "v") < 0) return false;
        } else {
            if (sd_bus_message_enter_container(signal, 'v', "as") <= 0) return false;
            if (sd_bus_message_enter_container(signal, 'a', "s") < 0) return false;
            const char* uri = nullptr;
            while (sd_bus_message_read(signal, "s", &uri) > 0) answer.uris.emplace_back(uri);
            if (sd_bus_message_exit_container(signal) < 0 || sd_bus_message_exit_container(signal) < 0) return false;
        }
        if (sd_bus_message_exit_container(signal) < 0) return false;
    }
    return true;
}

}  // namespace

PortalRequest::~PortalRequest() {
    sd_bus_message_unref(reply_);
    sd_bus_close_unref(bus_);
}

// No call here goes through sd_bus_call: while it connects that one knows no limit.
PortalRequest::Turn PortalRequest::wait(std::int64_t until_ms) {
    const int went = sd_bus_process(bus_, nullptr);
    const int events = went < 0 ? went : sd_bus_get_events(bus_);
    const int socket = went < 0 ? went : sd_bus_get_fd(bus_);
    if (went < 0 || events < 0 || socket < 0) return Turn::Lost;
    const std::int64_t left = until_ms == never ? -1 : std::max<std::int64_t>(until_ms - now_ms(), 0);
    pollfd ready[] = {{socket, static_cast<short>(events), 0}, {wake_, POLLIN, 0}};
    // Also where there is more to do: who sends without end holds nobody.
    if (::poll(ready, 2, went > 0 ? 0 : static_cast<int>(left)) < 0) return errno == EINTR ? Turn::Again : Turn::Lost;
    if (ready[1].revents != 0) return Turn::Woken;
    return left == 0 ? Turn::Late : Turn::Again;
}

PortalResult<void> PortalRequest::connect() {
    if (const int error = sd_bus_open_user(&bus_); error < 0) return failed(ChooserTrouble::None, error);
    const std::int64_t until = now_ms() + patience_.connecting.count();
    while (true) {
        const int ready = sd_bus_is_ready(bus_);
        if (ready < 0) return failed(ChooserTrouble::None, ready);
        if (ready > 0) break;
        const Turn turn = wait(until);
        if (turn == Turn::Lost) return failed(ChooserTrouble::None);
        if (turn != Turn::Again) return failed(ChooserTrouble::Silent);
    }
    // Before anything is asked, as its answer may be there at once; of every request, as old portals name its path
    // otherwise than is foretold. A match that is refused ends the connection.
    match(
        "type='signal',sender='org.freedesktop.portal.Desktop',interface='org.freedesktop.portal.Request',"
        "member='Response'",
        &PortalRequest::on_response);
    match(
        "type='signal',sender='org.freedesktop.DBus',path='/org/freedesktop/DBus',interface='org.freedesktop.DBus',"
        "member='NameOwnerChanged',arg0='org.freedesktop.portal.Desktop'",
        &PortalRequest::on_owner);
    return {};
}

void PortalRequest::match(const char* rule, sd_bus_message_handler_t handler) {
    sd_bus_add_match_async(bus_, nullptr, rule, handler, nullptr, this);
}

sd_bus_message* PortalRequest::new_call(const char* interface, const char* method) {
    sd_bus_message* call = nullptr;
    sd_bus_message_new_method_call(bus_, &call, portal_name, portal_path, interface, method);
    return call;
}

int PortalRequest::append_token(sd_bus_message* call) {
    return sd_bus_message_append(call, "{sv}", "handle_token", "s", token);
}

int PortalRequest::on_reply(sd_bus_message* reply, void* self, sd_bus_error*) {
    static_cast<PortalRequest*>(self)->reply_ = sd_bus_message_ref(reply);
    return 0;
}

int PortalRequest::on_response(sd_bus_message* signal, void* self, sd_bus_error*) {
    auto& responses = static_cast<PortalRequest*>(self)->responses_;
    const char* path = sd_bus_message_get_path(signal);
    const char* sender = sd_bus_message_get_sender(signal);
    if (path == nullptr || sender == nullptr || responses.size() >= most_responses) return 0;
    Response response{path, sender, {}, false};
    response.understood = read_response(signal, response.answer);
    responses.push_back(std::move(response));
    return 0;
}

int PortalRequest::on_owner(sd_bus_message* signal, void* self, sd_bus_error*) {
    const char *name = nullptr, *before = nullptr, *after = nullptr;
    if (sd_bus_message_read(signal, "sss", &name, &before, &after) > 0 && *before != '\0') {
        static_cast<PortalRequest*>(self)->gone_.emplace_back(before);
    }
    return 0;
}

PortalResult<std::optional<std::string>> PortalRequest::first_answer(sd_bus_message* call) {
    // The limit is this one's own: the bus's would come later.
    const int sent = call == nullptr ? -ENOMEM : sd_bus_call_async(bus_, nullptr, call, &on_reply, this, UINT64_MAX);
    sd_bus_message_unref(call);
    if (sent < 0) return failed(ChooserTrouble::None, sent);
    request_ = foretold_request();
    const std::int64_t until = now_ms() + patience_.first_answer.count();
    while (reply_ == nullptr) {
        switch (wait(until)) {
            case Turn::Again:
                break;
            case Turn::Late:
                return failed(ChooserTrouble::Silent);
            case Turn::Woken:
                close_request();
                return std::nullopt;
            case Turn::Lost:
                return failed(ChooserTrouble::Stopped);
        }
    }
    if (sd_bus_message_is_method_error(reply_, nullptr) > 0) {
        const sd_bus_error* error = sd_bus_message_get_error(reply_);
        const std::string name = error != nullptr && error->name != nullptr ? error->name : "";
        if (name == SD_BUS_ERROR_NO_REPLY) return failed(ChooserTrouble::Stopped);  // it ended, or the bus did
        return failed(ChooserTrouble::None, name);
    }
    const char* path = nullptr;
    const char* sender = sd_bus_message_get_sender(reply_);
    if (sender == nullptr || sd_bus_message_read(reply_, "o", &path) <= 0) return failed(ChooserTrouble::Unknown);
    request_ = path;
    return sender;
}

std::string PortalRequest::foretold_request() const {
    const char* name = nullptr;
    if (sd_bus_get_unique_name(bus_, &name) < 0) return {};
    std::string caller(name + 1);
    std::ranges::replace(caller, '.', '_');
    return std::string(portal_path) + "/request/" + caller + "/" + token;
}

void PortalRequest::close_request() {
    sd_bus_call_method_async(bus_, nullptr, portal_name, request_.c_str(), request_interface, "Close", nullptr, nullptr,
                             "");
}

PortalResult<PortalAnswer> PortalRequest::response_of(const std::string& portal) {
    const std::int64_t glance_over = now_ms() + patience_.glance.count();
    while (true) {
        const auto own = std::ranges::find_if(
            responses_, [&](const Response& each) { return each.path == request_ && each.sender == portal; });
        if (own != responses_.end()) {
            if (!own->understood) return failed(ChooserTrouble::Unknown);
            // What its user closes by its frame is said to have ended too.
            if (own->answer.outcome == PortalAnswer::Outcome::Ended && now_ms() >= glance_over) {
                own->answer.outcome = PortalAnswer::Outcome::ClosedByUser;
            }
            return own->answer;
        }
        responses_.clear();
        if (std::ranges::find(gone_, portal) != gone_.end()) return failed(ChooserTrouble::Stopped);
        switch (wait(never)) {
            case Turn::Again:
            case Turn::Late:
                break;
            case Turn::Woken:
                close_request();
                return PortalAnswer{PortalAnswer::Outcome::ClosedByUser};
            case Turn::Lost:
                return failed(ChooserTrouble::Stopped);
        }
    }
}

PortalResult<PortalAnswer> PortalRequest::ask(sd_bus_message* call) {
    auto portal = first_answer(call);
    if (!portal) return tl::unexpected(portal.error());
    if (!*portal) return PortalAnswer{PortalAnswer::Outcome::ClosedByUser};
    return response_of(**portal);
}

}  // namespace hamer
