// A table as the spreadsheet of its receiver opens it by a double click, without running anything of it (RFC 4180).
//
// A spreadsheet with Dutch settings takes a semicolon between cells, as the comma is in its numbers; and what begins
// with no byte order mark it reads in the code page of Windows. Programs and other spreadsheets take commas and plain
// UTF-8. Days and numbers go by the same choice.
#pragma once

#include "base/time.h"

#include <string>
#include <string_view>
#include <vector>

namespace hamer {

enum class CsvKind { Dutch, International };

// One line of printable text, quoted where either kind needs it. A cell that a spreadsheet would take for a formula (=,
// +, -, @, also in full width and after spaces) or for a truth (waar, false) begins with an apostrophe.
[[nodiscard]] std::string csv_cell(std::string_view text);

class CsvSheet {
  public:
    explicit CsvSheet(CsvKind kind);

    void row(const std::vector<std::string>& cells);  // CRLF at its end
    // "12-03-2026 20:14:05" on the wall of the place, which a Dutch spreadsheet sorts as a moment; else RFC 3339.
    [[nodiscard]] std::string moment(Instant at) const;
    [[nodiscard]] std::string finish() && { return std::move(text_); }

  private:
    CsvKind kind_;
    std::string text_;
};

}  // namespace hamer
