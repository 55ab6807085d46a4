#include "report/csv.h"

#include <algorithm>
#include <array>

namespace hamer {

std::string csv_cell(std::string_view text) {
    static constexpr std::array<std::string_view, 11> formulas = {"=",  "+",  "-",  "@",  "\t", "\r",
                                                                  "\n", "＝", "＋", "－", "＠"};
    std::string value(text);
    if (std::ranges::any_of(formulas, [&](std::string_view start) { return text.starts_with(start); })) {
        value.insert(0, 1, '\'');
    }
    if (value.find_first_of(",;\"\r\n") == std::string::npos) return value;
    std::string quoted = "\"";
    for (const char c : value) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + "\"";
}

std::string csv_row(const std::vector<std::string>& cells) {
    std::string row;
    for (const std::string& cell : cells) row += (&cell == cells.data() ? "" : ",") + csv_cell(cell);
    return row + "\r\n";
}

}  // namespace hamer
