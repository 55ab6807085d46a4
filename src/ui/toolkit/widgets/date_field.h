// A field for a day, or for a day with a time behind it, with a small calendar that opens below it.
//
// The day can be typed as before; the calendar writes it for who would rather tap. It opens and closes by its own
// button alone, so that nothing moves under the pointer when a day is taken, and is one tab stop: the arrow keys go by
// day and week, Page Up and Page Down by month, Esc closes it.
#pragma once

#include "base/calendar.h"
#include "base/text.h"
#include "ui/toolkit/widgets/field.h"

#include <optional>
#include <string>
#include <string_view>

namespace hamer::ui {

struct DateField {
    TextField field{};
    Language language = Language::Dutch;
    std::optional<Day> day{};  // what is typed, where it is one
    Day today{};               // marked, and where the calendar opens when nothing is typed
    // Days before and after these cannot be taken, and say why.
    std::optional<Day> first{};
    std::optional<Day> last{};
    std::string_view why_not{};
};

[[nodiscard]] float date_field_height(Ui& ui, const DateField& asked, const std::string& text, float width);
// The day that was taken in the calendar in this frame; the caller writes it into its text. What is typed goes there at
// once, as in any field.
std::optional<Day> date_field(Ui& ui, Rect rect, const DateField& asked, std::string& text);

}  // namespace hamer::ui
