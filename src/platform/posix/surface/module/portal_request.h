// One request to the desktop's portal (xdg-desktop-portal): a connection to the session's bus of its own, a call, and
// the answer that comes when a person has made up their mind.
//
// For one thread, which waits here; a descriptor tells it to leave off, and the portal then closes what it shows. The
// portal goes by the connection: what was asked goes with it.
#pragma once

#include "platform/posix/surface/module/desktop_module.h"

#include <cstdint>
#include <optional>
#include <string>
#include <systemd/sd-bus.h>
#include <vector>

namespace hamer {

// Why there is no answer, with the bus's own words for it where it has some.
struct PortalFailure {
    ChooserTrouble trouble = ChooserTrouble::None;
    std::string cause{};
};
template <typename Value>
using PortalResult = tl::expected<Value, PortalFailure>;

// What `Response` says (org.freedesktop.portal.Request).
struct PortalAnswer {
    enum class Outcome { Done, ClosedByUser, Ended };
    Outcome outcome = Outcome::Ended;
    std::vector<std::string> uris{};
};

class PortalRequest {
  public:
    PortalRequest(const DesktopPatience& patience, int wake) : patience_(patience), wake_(wake) {}
    ~PortalRequest();
    PortalRequest(const PortalRequest&) = delete;
    PortalRequest& operator=(const PortalRequest&) = delete;

    [[nodiscard]] PortalResult<void> connect();
    // A call of the portal; its owner gives it back to ask(). Null where there is no memory for it.
    [[nodiscard]] sd_bus_message* new_call(const char* interface, const char* method);
    // Appends the option by which the answer is known, inside of the call's options.
    [[nodiscard]] static int append_token(sd_bus_message* call);
    // Frees `call`. Where it was told to leave off, an answer that the user closed it.
    [[nodiscard]] PortalResult<PortalAnswer> ask(sd_bus_message* call);

  private:
    enum class Turn { Again, Late, Woken, Lost };
    struct Response {
        std::string path, sender;
        PortalAnswer answer;
        bool understood = false;
    };

    Turn wait(std::int64_t until_ms);
    void match(const char* rule, sd_bus_message_handler_t handler);
    // The name of who answered it: the portal's own. Nothing when told to leave off.
    [[nodiscard]] PortalResult<std::optional<std::string>> first_answer(sd_bus_message* call);
    [[nodiscard]] PortalResult<PortalAnswer> response_of(const std::string& portal);
    [[nodiscard]] std::string foretold_request() const;
    void close_request();
    static int on_reply(sd_bus_message* reply, void* self, sd_bus_error*);
    static int on_response(sd_bus_message* signal, void* self, sd_bus_error*);
    static int on_owner(sd_bus_message* signal, void* self, sd_bus_error*);

    DesktopPatience patience_;
    int wake_;
    sd_bus* bus_ = nullptr;
    sd_bus_message* reply_ = nullptr;
    std::string request_;              // its path: foretold, and then as the portal named it
    std::vector<Response> responses_;  // one may come before the reply
    std::vector<std::string> gone_;    // who had the portal's name and lost it
};

}  // namespace hamer
