// The steps of a scale of time, as on the edge of a drawing.
#pragma once

#include <cstdint>

namespace hamer {

// The smallest round step in milliseconds, from a second to days, of which no more than `most` (at least 1) fit into a
// span: a drawing of fourteen years has as many lines as one of an evening.
[[nodiscard]] std::int64_t round_step(std::int64_t span, std::int64_t most);

}  // namespace hamer
