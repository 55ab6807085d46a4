// What Hamer changed in the broadcast and will put back.
#pragma once

#include <string>
#include <vector>

namespace hamer {

// In one scene collection of OBS Studio, which has scenes and inputs of its own.
struct ObsOwed {
    std::string collection{};           // empty: not known yet, it is the first that is seen
    std::string scene{};                // that was shown before the pause; empty: none
    std::vector<std::string> unmute{};  // inputs that Hamer muted

    bool operator==(const ObsOwed&) const = default;
};

struct BroadcastOwed {
    std::vector<ObsOwed> obs{};  // one for each collection
    bool resume = false;         // the municipality's program was started with `pause`

    bool operator==(const BroadcastOwed&) const = default;
};

}  // namespace hamer
