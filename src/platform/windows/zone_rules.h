// The zone that the machine was set to when this was first asked.
#pragma once

#include <cstdint>

namespace hamer {

// Minutes east of Greenwich at a moment in milliseconds since 1970; 0 where it cannot be told. Any thread.
[[nodiscard]] int offset_at(std::int64_t milliseconds);

}  // namespace hamer
