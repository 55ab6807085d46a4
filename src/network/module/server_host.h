// What a connection asks of its server.
#pragma once

#include "network/handler_thread.h"
#include "network/host_rules.h"
#include "network/link_server.h"

namespace hamer {

class ServerHost {
  public:
    virtual ~ServerHost() = default;
    [[nodiscard]] virtual std::int64_t now() const = 0;
    [[nodiscard]] virtual const LinkServerOptions& options() const = 0;
    [[nodiscard]] virtual const HostRules& rules() const = 0;
    virtual void tell(HandlerThread::Kind kind, PeerId peer, std::string text) = 0;
    // It is closed, and no longer of interest.
    virtual void gone(PeerId peer) = 0;
};

}  // namespace hamer
