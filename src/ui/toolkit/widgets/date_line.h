// A field for a day, or a day and a time, with its calendar, on a line of a form.
#pragma once

#include "ui/toolkit/widgets/date_field.h"
#include "ui/toolkit/widgets/lines.h"

#include <optional>
#include <string>

namespace hamer::ui {

struct DateLine {
    std::string key{}, label{};
    std::string below{};       // how it is written; what is wrong takes its place
    std::string wrong{};       // empty: nothing
    std::optional<Day> day{};  // this and the others as in DateField
    Day today{};
    std::optional<Day> first{}, last{};
    std::string why_not{};
};

// The day that was taken in the calendar in this frame.
std::optional<Day> date_line(Lines& lines, const DateLine& asked, std::string& text);

}  // namespace hamer::ui
