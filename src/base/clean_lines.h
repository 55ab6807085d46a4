// What `printable` (base/text.h) is to a text of one line, for a text that may have more of them.
#pragma once

#include <string>
#include <string_view>

namespace hamer {

// Each line as `printable` gives it, uncut; lines end with a line feed, whatever ended them before.
[[nodiscard]] std::string clean_lines(std::string_view text);

}  // namespace hamer
