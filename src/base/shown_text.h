// Whole texts for a terminal: what `printable` (base/text.h) does for one value, for many lines and for JSON.
#pragma once

#include <string>
#include <string_view>

namespace hamer {

// As `printable`, uncut, for a text of more lines: line feeds, a carriage return before one, and tabs stay.
[[nodiscard]] std::string printable_lines(std::string_view text);
// JSON that says the same and shows as it is: what `printable` would take out of a string stands there as an escape.
// (Control characters below 0x20 never stand in a JSON string; between the values they are white space, and stay.)
[[nodiscard]] std::string printable_json(std::string_view json);

}  // namespace hamer
