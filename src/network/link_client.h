// The other end: one connection to a keeper, ws:// or wss:// (RFC 6455). Whoever wants another one makes another one.
//
// No function here waits, the destructor neither: a name server that does not answer is left behind with its thread.
// wss checks the certificate by the roots of this system, and that it is of the host that was asked for (RFC 6125).
// On Windows OpenSSL does not know the system's roots yet: there only what `roots` names is trusted, else nothing.
#pragma once

#include "base/result.h"
#include "network/link_limits.h"

#include <functional>
#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace hamer {

struct LinkOpened {};
struct LinkReceived {
    std::string text;
};
// Some bytes came, and no whole message.
struct LinkHeard {};
// The last event. `code`: the closing code that the keeper sent; 0: it sent none.
struct LinkLost {
    int code = 0;
    Error why;
};
using LinkEvent = std::variant<LinkOpened, LinkReceived, LinkHeard, LinkLost>;

struct LinkAddress {
    bool encrypted = false;
    std::string host;  // without the brackets of an IPv6 address
    std::string port;
    std::string path = "/link";

    // As a Host header says it: without the usual port.
    [[nodiscard]] std::string in_words() const;
    bool operator==(const LinkAddress&) const = default;
};
// "wss://griffie.example", "ws://127.0.0.1:8443/link". A path that is left out is /link. Nothing else may be in it: no
// user, no question, no fragment; and plain ws goes to the loopback alone.
[[nodiscard]] Result<LinkAddress> read_link_address(std::string_view text);

struct LinkClientOptions {
    LinkAddress address;
    std::string roots{};  // certificates to trust instead of the system's: the text of a PEM file
    std::int64_t connect_ms = 10'000;
    LinkLimits limits{};
    // Events came; from the client's thread, and never after the destructor began.
    std::function<void()> changed = [] {};
};

class LinkClient {
  public:
    virtual ~LinkClient() = default;
    LinkClient() = default;
    LinkClient(const LinkClient&) = delete;
    LinkClient& operator=(const LinkClient&) = delete;

    // What happened since the last time. While nobody takes, little is read.
    [[nodiscard]] virtual std::vector<LinkEvent> take() = 0;
    virtual void send(std::string text) = 0;
    virtual void close(int code) = 0;
};

[[nodiscard]] Result<std::unique_ptr<LinkClient>> open_link_client(LinkClientOptions options);

}  // namespace hamer
