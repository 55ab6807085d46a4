// The keeper's answer to the first message of a paired device (docs/link.md, "Hello, and versions").
#pragma once

#include "link/link_out.h"

#include <optional>
#include <span>
#include <string>

namespace hamer {

// What the keeper says of itself.
struct KeeperName {
    std::string keeper;   // stays with its store, wherever that goes
    std::string program;  // for the log
};

struct PairedDevice {
    std::string device;
    LinkRole role = LinkRole::Onlooker;
};

// Why a device of these protocols cannot come in; nothing where both speak one.
[[nodiscard]] std::optional<LinkRefused> other_version(std::span<const int> protocols);

// `device` is whose key it is; nothing: nobody's. Closes where it may not come in.
[[nodiscard]] LinkOut greet(const LinkHello& hello, const std::optional<PairedDevice>& device, const KeeperName& name);

}  // namespace hamer
