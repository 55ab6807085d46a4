// Comma-separated values that a spreadsheet opens without running anything (RFC 4180).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hamer {

// Quoted where needed. A cell that a spreadsheet would take for a formula (=, +, -, @, also in full width, tab, line
// end) begins with an apostrophe.
[[nodiscard]] std::string csv_cell(std::string_view text);
// With commas between and CRLF at the end.
[[nodiscard]] std::string csv_row(const std::vector<std::string>& cells);

}  // namespace hamer
