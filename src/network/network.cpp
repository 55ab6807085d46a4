#include "base/attempt.h"
#include "network/module/network_module.h"
#include "platform/module.h"

namespace hamer {

namespace {

Result<const NetworkModule*> network_module() { return load_module_as<NetworkModule>("network"); }

}  // namespace

Result<std::unique_ptr<LinkServer>> open_link_server(LinkServerOptions options, LinkHandler& handler,
                                                     const Clock& clock) {
    ASSIGN_OR_RETURN(const auto module, network_module());
    return module->server(std::move(options), handler, clock);
}

Result<std::unique_ptr<LinkClient>> open_link_client(LinkClientOptions options) {
    ASSIGN_OR_RETURN(const auto module, network_module());
    return module->client(std::move(options));
}

}  // namespace hamer
