// Days and the clock on the wall of a place: what deadlines are counted in.
//
// A day is a std::chrono calendar day without a place. A Zone tells how far a place's clocks are ahead of UTC at a
// moment; with it a day and a time on the wall become an Instant.
#pragma once

#include "base/time.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace hamer {

using Day = std::chrono::sys_days;

class Zone {
  public:
    virtual ~Zone() = default;
    // Minutes east of Greenwich at `milliseconds` since 1970 in UTC.
    [[nodiscard]] virtual int offset_minutes(std::int64_t milliseconds) const = 0;
};

// Where clocks show UTC.
class UtcZone final : public Zone {
  public:
    [[nodiscard]] int offset_minutes(std::int64_t) const override { return 0; }
};

// The same moment, written as the clocks of the place show it.
[[nodiscard]] Instant in_zone(Instant instant, const Zone& zone);
// The day on the wall, in the instant's own offset.
[[nodiscard]] Day day_of(Instant instant);
// The moment at which the clocks of the place show this time of this day. Where they never do, because they are put
// forward, the moment that they would have shown it; where they do twice, the first.
[[nodiscard]] Instant at_wall(Day day, std::chrono::milliseconds time_of_day, const Zone& zone);
// "2026-03-12 20:14" on the wall of the place, and nothing else.
[[nodiscard]] std::optional<Instant> moment_on_wall(std::string_view text, const Zone& zone);
// The same of a moment, in the instant's own offset.
[[nodiscard]] std::string on_wall(Instant instant);

[[nodiscard]] std::string to_iso(Day day);                             // "2026-03-12"
[[nodiscard]] std::optional<Day> day_from_iso(std::string_view text);  // that, years 1970 to 9999, and nothing else

// Not a Saturday, Sunday or day that the Algemene termijnenwet (article 3) puts on a line with a Sunday.
[[nodiscard]] bool is_working_day(Day day);
// The nth working day after `day`.
[[nodiscard]] Day working_days_after(Day day, int count);
// Sunday of Easter in the Gregorian calendar.
[[nodiscard]] Day easter(int year);

}  // namespace hamer
