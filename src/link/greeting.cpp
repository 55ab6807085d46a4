#include "link/greeting.h"

#include <algorithm>

namespace hamer {

namespace {

LinkOut refused(LinkCode code, std::map<std::string, std::string> with = {}) {
    return {{LinkRefused{code, std::move(with)}}, code};
}

}  // namespace

LinkOut greet(const LinkHello& hello, const std::optional<PairedDevice>& device, const KeeperName& name) {
    // The version first: whoever speaks another one may not understand the rest.
    if (std::ranges::find(hello.protocols, link_protocol) == hello.protocols.end()) {
        return refused(LinkCode::Version, {{"speaks", std::to_string(link_protocol)}});
    }
    if (!device) return refused(LinkCode::NotPaired);
    return {{LinkWelcome{link_protocol, name.program, name.keeper, device->device, device->role}}};
}

}  // namespace hamer
