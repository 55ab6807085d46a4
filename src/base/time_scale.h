// What a drawing of moments needs: the steps of its scale, and places at which each of them is to be seen.
#pragma once

#include <cstdint>
#include <vector>

namespace hamer {

// The smallest round step in milliseconds, from a second to days, of which no more than `most` (at least 1) fit into a
// span: a drawing of fourteen years has as many lines as one of an evening.
[[nodiscard]] std::int64_t round_step(std::int64_t span, std::int64_t most);

// Moves those on that stand too close to the one before them, so that each is `apart` from it, but none by more than
// `most`: where many come at once, they still overlap rather than stand at another time. In any order.
[[nodiscard]] std::vector<double> spread(std::vector<double> places, double apart, double most);

}  // namespace hamer
