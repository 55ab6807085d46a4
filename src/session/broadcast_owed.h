// What Hamer changed in the broadcast and will put back.
#pragma once

#include <string>
#include <vector>

namespace hamer {

struct BroadcastOwed {
    std::string scene{};                // that was shown before the pause; empty: none
    std::vector<std::string> unmute{};  // inputs that Hamer muted
    bool resume = false;                // the municipality's program was started with `pause`

    bool operator==(const BroadcastOwed&) const = default;
};

}  // namespace hamer
