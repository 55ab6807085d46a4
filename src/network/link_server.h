// The server end of the link: HTTP/1.1 (RFC 9112) for the page, and WebSockets (RFC 6455) at /link, subprotocol
// hamer.link, for devices; TLS 1.2 or later by certificate and key, or plain on the loopback and behind a proxy.
//
// What it promises: only whole text messages of valid UTF-8 come to the handler, none larger than its connection may
// send; Host and Origin were looked at (network/host_rules.h); nothing is compressed; whoever is slow, silent before it
// is known, too many or too large costs a bounded amount of memory and time, and no one else anything. What it does not
// know is who somebody is: that is the handler's.
//
// The sockets have one thread, the handler another, as it writes to disks: while it works, others still come in and are
// stamped with the time at which they came.
#pragma once

#include "base/result.h"
#include "base/time.h"
#include "network/link_limits.h"
#include "network/site.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace hamer {

// Of one connection; never used twice by a server.
using PeerId = std::uint64_t;

// Called on one thread, the handler's own, in the order in which things came. `at`: when it came, by the monotonic
// clock in milliseconds.
class LinkHandler {
  public:
    virtual ~LinkHandler() = default;
    virtual void opened(PeerId peer, std::int64_t at) = 0;
    virtual void received(PeerId peer, std::string text, std::int64_t at) = 0;
    // Some bytes came, and no whole message yet; or a ping.
    virtual void heard(PeerId peer, std::int64_t at) = 0;
    // All that was given for it is on its way: more may be given at once.
    virtual void sent(PeerId peer, std::int64_t at) = 0;
    // Of each that was opened, once, whoever ended it. Nothing comes of it afterwards.
    virtual void lost(PeerId peer, std::int64_t at) = 0;
    // Four times a second; later where the handler was busy.
    virtual void tick(std::int64_t at) = 0;
};

// Certificate, with those of who signed it behind it, and key: the texts of PEM files (RFC 7468).
struct ServerTls {
    std::string certificate;
    std::string key;
    std::string where;  // for errors: the files' names
};

struct LinkServerOptions {
    std::string address = "127.0.0.1";  // of this machine, to listen at; no name
    int port = 0;                       // 0: one that is free
    std::optional<ServerTls> tls{};
    bool behind_proxy = false;         // which does the TLS, and is the only one who comes here
    std::vector<std::string> hosts{};  // names by which it is asked; without any, the address itself and localhost
    Site site{};
    LinkLimits limits{};
};

class LinkServer {
  public:
    // Says 1001 to all, waits a second at most, and tells the handler of each that is lost.
    virtual ~LinkServer() = default;
    LinkServer() = default;
    LinkServer(const LinkServer&) = delete;
    LinkServer& operator=(const LinkServer&) = delete;

    [[nodiscard]] virtual int port() const = 0;

    // From now on those who came are served, and the handler is called. Once.
    virtual void start() = 0;

    // From any thread; none waits. A peer that is gone is no error.
    virtual void send(PeerId peer, std::string text) = 0;
    // Behind what was sent: the closing code of RFC 6455.
    virtual void close(PeerId peer, int code) = 0;
    // It is known now: messages up to the larger limit may come.
    virtual void let_in(PeerId peer) = 0;
};

// Has the port from now on. The handler and the clock outlive it. An Error where it may not or cannot listen, or the
// certificate is none.
[[nodiscard]] Result<std::unique_ptr<LinkServer>> open_link_server(LinkServerOptions options, LinkHandler& handler,
                                                                   const Clock& clock);

}  // namespace hamer
