#include "ui/paper/table_lines.h"

#include <algorithm>
#include <cmath>

namespace hamer::ui {

namespace {

using Cells = std::vector<std::string>;

float longest_word(Ui& ui, const std::string& text) {
    float widest = 0;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t end = std::min(text.find(' ', from), text.size());
        widest = std::max(widest, text_width(ui.fonts(), Type::Body, text.substr(from, end - from)));
        from = end + 1;
    }
    return widest;
}

std::vector<float> widths_of(Ui& ui, const Table& table, float width) {
    const float gaps = ui.metrics().gap(Gap::Snug) * static_cast<float>(table.shares.size() - 1);
    std::vector<float> widths;
    for (const int share : table.shares) {
        widths.push_back(std::floor((width - gaps) * static_cast<float>(share) / 100));
    }
    return widths;
}

bool fits(Ui& ui, const Table& table, const std::vector<float>& widths) {
    const auto holds = [&](const Cells& row) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (longest_word(ui, row[i]) > widths[i]) return false;
        }
        return true;
    };
    return holds(table.heads) && std::ranges::all_of(table.rows, holds);
}

void draw_row(Lines& lines, const Cells& row, const std::vector<float>& widths, Ink ink) {
    Ui& ui = lines.ui();
    float height = 0;
    for (std::size_t i = 0; i < row.size(); ++i) {
        height = std::max(height, text_height(ui, {.text = row[i], .ink = ink}, widths[i]));
    }
    Rect place = lines.column().next(height);
    for (std::size_t i = 0; i < row.size(); ++i) {
        const Rect cell = place.cut_left(widths[i], ui.metrics().gap(Gap::Snug));
        if (!row[i].empty()) (void)text(ui, cell, {.text = row[i], .ink = ink});
    }
}

// The first cell says what the row is about; the others need their heads.
std::string in_one_line(const Cells& heads, const Cells& row) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (row[i].empty()) continue;
        if (!line.empty()) line += "  ·  ";
        const bool named = i > 0 && !heads[i].empty();
        line += named ? heads[i] + ": " + row[i] : row[i];
    }
    return line;
}

}  // namespace

void draw_table(Lines& lines, const Table& table) {
    if (table.rows.empty()) return;
    Ui& ui = lines.ui();
    const std::vector<float> widths = widths_of(ui, table, lines.column().width());
    if (!fits(ui, table, widths)) {
        for (const Cells& row : table.rows) lines.words({.text = in_one_line(table.heads, row), .bullet = true});
        return;
    }
    draw_row(lines, table.heads, widths, Ink::Soft);
    for (const Cells& row : table.rows) draw_row(lines, row, widths, Ink::Normal);
}

}  // namespace hamer::ui
