// How long something has lasted, in words.
#pragma once

#include <cstdint>
#include <string>

namespace hamer::ui {

// With its unit, so that it is not taken for a time of the day: "2:05 min", "1:02:05 h".
[[nodiscard]] std::string lasted(std::int64_t milliseconds);

}  // namespace hamer::ui
