// What the module hamer-network does: all that needs Boost.Beast and OpenSSL's TLS. The program reaches it through the
// table, behind network/link_server.h and network/link_client.h.
#pragma once

#include "network/link_client.h"
#include "network/link_server.h"

namespace hamer {

[[nodiscard]] Result<std::unique_ptr<LinkServer>> make_link_server(LinkServerOptions options, LinkHandler& handler,
                                                                   const Clock& clock);
[[nodiscard]] Result<std::unique_ptr<LinkClient>> make_link_client(LinkClientOptions options);

struct NetworkModule {
    decltype(&make_link_server) server;
    decltype(&make_link_client) client;
};

}  // namespace hamer
