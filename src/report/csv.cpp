#include "report/csv.h"

#include "base/text.h"
#include "base/typed_time.h"

#include <algorithm>
#include <array>

namespace hamer {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool is_formula(std::string_view text) {
    static constexpr std::array<std::string_view, 8> starts = {"=", "+", "-", "@", "＝", "＋", "－", "＠"};
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    return std::ranges::any_of(starts, [&](std::string_view start) { return text.starts_with(start); });
}

// What a spreadsheet reads as a truth, and shows as WAAR or TRUE, whatever was written.
bool is_truth(std::string_view text) {
    static constexpr std::array<std::string_view, 4> words = {"waar", "onwaar", "true", "false"};
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
    return std::ranges::find(words, lower) != words.end();
}

}  // namespace

std::string csv_cell(std::string_view text) {
    std::string value = printable(text, std::string::npos);
    if (is_formula(value) || is_truth(value)) value.insert(0, 1, '\'');
    if (value.find_first_of(",;\"") == std::string::npos) return value;
    std::string quoted = "\"";
    for (const char c : value) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + "\"";
}

CsvSheet::CsvSheet(CsvKind kind) : kind_(kind), text_(kind == CsvKind::Dutch ? byte_order_mark : "") {}

void CsvSheet::row(const std::vector<std::string>& cells) {
    const char between = kind_ == CsvKind::Dutch ? ';' : ',';
    for (const std::string& cell : cells) {
        if (&cell != cells.data()) text_ += between;
        text_ += csv_cell(cell);
    }
    text_ += "\r\n";
}

std::string CsvSheet::moment(Instant at) const {
    return kind_ == CsvKind::Dutch ? shown_day(at) + " " + clock_time(at) : to_rfc3339(at);
}

}  // namespace hamer
