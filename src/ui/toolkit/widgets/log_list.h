// The list of what was recorded: any number of rows, of which only those in sight are drawn. Row heights are kept from
// frame to frame, so that a frame with ten thousand rows costs what one with ten does.
//
// One tab stop: the arrow keys choose a row, Enter opens it, Home goes to the first. Rows have the key "<key>.<index>".
// A new row is in sight at once where the list stands at its newest; else what is read stays where it is.
#pragma once

#include "ui/toolkit/theme/icons.h"
#include "ui/toolkit/theme/palette.h"
#include "ui/toolkit/widgets/ui.h"

#include <functional>
#include <string>
#include <string_view>

namespace hamer::ui {

struct LogRow {
    std::string time;  // "20:14:05"
    std::string text;
    std::string detail;  // in soft ink below; may be empty
    Icon icon = Icon::None;
    Intent intent = Intent::Normal;
    bool taken_back = false;  // still readable, struck through
    std::string day{};        // "13-03-2026", below the time; empty: that of the list
};

struct LogList {
    std::string_view key;
    std::string_view empty{};  // said when there is nothing yet
    int count = 0;
    // Changes whenever all rows read otherwise: another list, another language. Rows that are merely added at the end
    // do not change it.
    std::uint64_t revision = 0;
    // Changes whenever some row that was there before reads otherwise: an amendment, an undo. A row is measured again
    // when it comes in sight.
    std::uint64_t amended = 0;
    std::function<LogRow(int)> row;  // asked only for rows in sight, and once for each new one
    enum class Order { OldestFirst, NewestFirst } order = Order::NewestFirst;
    int marked = -1;          // the row whose content stands beside the list; comes into sight when it becomes another
    bool days = false;        // true: a row's time may be a day, "12-03-2026"
    bool days_below = false;  // true: a row may have a day
    bool icons = true;        // false: no row has one, and the words take their room
    // "Naar nieuwste": the button "<key>.newest" that is offered when a row is added while one reads further down, in
    // its own line at the list's edge; rows keep their places meanwhile. Empty: none. Only where the newest is first.
    std::string_view to_newest{};
};

// The index of the row that was opened in this frame, or -1.
[[nodiscard]] int log_list(Ui& ui, Rect rect, const LogList& list);

}  // namespace hamer::ui
