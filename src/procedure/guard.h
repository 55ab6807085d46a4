// Conditions over a situation: in, not, and, or. The closed set that a procedure file may use.
//
// A situation of the machine is a Configuration: for each region the number of its one active state. It is a plain
// value, small enough to copy and to hash; regions and states are numbered in the order of the file.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace hamer {

constexpr std::size_t max_regions = 16;
constexpr std::size_t max_states = 64;  // in one region

using Configuration = std::array<std::uint8_t, max_regions>;  // unused regions stay 0

struct StateRef {
    std::uint8_t region = 0;
    std::uint8_t state = 0;
    bool operator==(const StateRef&) const = default;
};

struct Guard {
    enum class Kind { In, Not, And, Or };
    Kind kind = Kind::And;  // an And of nothing always holds
    StateRef in;            // for In
    std::vector<Guard> of;  // one for Not, any number for And and Or
};

[[nodiscard]] bool holds(const Guard& guard, const Configuration& configuration);

}  // namespace hamer
