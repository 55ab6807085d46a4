// Days and times as people write them: 12-03-2026, 20:14. Typed leniently, shown in one form. Data keeps ISO 8601.
#pragma once

#include "base/calendar.h"
#include "base/text.h"

#include <tl/expected.hpp>

namespace hamer {

// The years that a council's papers can mean.
inline constexpr int first_year = 2000, last_year = 2099;

// What was typed, or in words why it is none: "Maand 13 bestaat niet."
template <typename Value>
using Typed = tl::expected<Value, LocalText>;

// 1-3-26, 01/03/2026, 1.3.2026, 1 3 2026 (day, month, year) and 2026-03-01; years 2000 to 2099. With `near` also 1-3:
// in the year in which that lies nearest to it.
[[nodiscard]] Typed<Day> day_typed(std::string_view text, std::optional<Day> near = std::nullopt);
// 9.30, 9:30, 9u30, 21u, 0930, 930, 21:15:30 (whose seconds are left out): minutes since midnight.
[[nodiscard]] Typed<std::chrono::minutes> time_typed(std::string_view text);
// A day and a time behind each other, with a space, a comma or a T between: on the clocks of the place. Also RFC 3339.
// Nothing where the clocks never show that time, as they are put forward; the first of two where they are put back.
// With `today` the day may be without its year, the last such day up to today, or left out: today.
[[nodiscard]] Typed<Instant> moment_typed(std::string_view text, const Zone& zone,
                                          std::optional<Day> today = std::nullopt);
// Near which a day without its year is meant that is not later than this one; and an end that goes with a beginning.
[[nodiscard]] Day past_near(Day latest);
[[nodiscard]] Day end_near(Day from);
// In words why it cannot be meant, as its year is of another century; empty where it can.
[[nodiscard]] LocalText wrong_with_year(Day day);

[[nodiscard]] LocalText month_name(std::chrono::month month);               // "maart"; of one that there is
[[nodiscard]] std::string shown_day(Day day);                               // "12-03-2026"
[[nodiscard]] std::string shown_day(const std::string& iso);                // of "2026-03-12"; anything else as it is
[[nodiscard]] std::string shown_time(std::chrono::minutes since_midnight);  // "20:14"
// In the instant's own offset.
[[nodiscard]] std::string shown_day(Instant instant);
[[nodiscard]] std::string shown_time(Instant instant);
[[nodiscard]] std::string shown_moment(Instant instant);  // "12-03-2026 20:14"
// Beside or below something that names a day ("2026-03-12"), which it says of itself only where it is another:
// "20:14:05" and "13-03-2026 00:12:17"; with hours and minutes alone "20:14" and "13-03-2026 00:12".
[[nodiscard]] std::string clock_beside(const std::string& day, Instant instant);
[[nodiscard]] std::string time_beside(const std::string& day, Instant instant);

}  // namespace hamer
