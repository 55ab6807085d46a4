#include "link/greeting.h"

#include <algorithm>

namespace hamer {

namespace {

LinkOut refused(LinkCode code) { return {{LinkRefused{code}}, code}; }

}  // namespace

std::optional<LinkRefused> other_version(std::span<const int> protocols) {
    if (std::ranges::find(protocols, link_protocol) != protocols.end()) return std::nullopt;
    return LinkRefused{LinkCode::Version, {{"speaks", std::to_string(link_protocol)}}};
}

LinkOut greet(const LinkHello& hello, const std::optional<PairedDevice>& device, const KeeperName& name) {
    // The version first: whoever speaks another one may not understand the rest.
    if (auto why = other_version(hello.protocols)) return {{*std::move(why)}, LinkCode::Version};
    if (!device) return refused(LinkCode::NotPaired);
    return {{LinkWelcome{link_protocol, name.program, name.keeper, device->device, device->role}}};
}

}  // namespace hamer
