// Days, working days and the clocks' two changes, against a table worked out by hand.
#include "base/calendar.h"

#include <gtest/gtest.h>

namespace hamer {
namespace {

using namespace std::chrono;
using namespace std::chrono_literals;

// Leiden: an hour ahead, two from the last Sunday of March to that of October, both at 01:00 UTC. Of 2026 and 2027.
class Leiden final : public Zone {
  public:
    [[nodiscard]] int offset_minutes(std::int64_t ms) const override {
        const auto at = [](sys_days day) { return duration_cast<milliseconds>((day + 1h).time_since_epoch()).count(); };
        const bool summer = (ms >= at(2026y / March / 29) && ms < at(2026y / October / 25)) ||
                            (ms >= at(2027y / March / 28) && ms < at(2027y / October / 31));
        return summer ? 120 : 60;
    }
};

std::string wall(sys_days day, milliseconds time) { return to_rfc3339(at_wall(day, time, Leiden())); }

TEST(Wall, IsAMomentInWinterAndInSummer) {
    EXPECT_EQ(wall(2026y / January / 5, 20h), "2026-01-05T20:00:00.000+01:00");
    EXPECT_EQ(wall(2026y / July / 5, 20h), "2026-07-05T20:00:00.000+02:00");
    EXPECT_EQ(wall(2026y / July / 5, 24h - 1s), "2026-07-05T23:59:59.000+02:00");
}

TEST(Wall, IsRightOnTheDaysOnWhichTheClocksChange) {
    EXPECT_EQ(wall(2026y / March / 29, 0h), "2026-03-29T00:00:00.000+01:00");
    EXPECT_EQ(wall(2026y / March / 29, 1h + 59min), "2026-03-29T01:59:00.000+01:00");
    EXPECT_EQ(wall(2026y / March / 29, 3h), "2026-03-29T03:00:00.000+02:00");
    EXPECT_EQ(wall(2026y / March / 29, 23h), "2026-03-29T23:00:00.000+02:00");
    EXPECT_EQ(wall(2026y / March / 29, 2h + 30min), "2026-03-29T03:30:00.000+02:00") << "never shown";
    EXPECT_EQ(wall(2026y / October / 25, 2h + 30min), "2026-10-25T02:30:00.000+02:00") << "the first of two";
    EXPECT_EQ(wall(2026y / October / 25, 3h), "2026-10-25T03:00:00.000+01:00");
    EXPECT_EQ(wall(2026y / October / 25, 0h), "2026-10-25T00:00:00.000+02:00");
}

TEST(Wall, IsReadAsOneTypesIt) {
    const auto typed = [](std::string_view text) { return to_rfc3339(moment_on_wall(text, Leiden()).value()); };
    EXPECT_EQ(typed("2026-03-12 20:14"), "2026-03-12T20:14:00.000+01:00");
    EXPECT_EQ(typed("2026-07-12 00:00"), "2026-07-12T00:00:00.000+02:00");
    EXPECT_EQ(typed("2026-03-29 02:30"), "2026-03-29T03:30:00.000+02:00") << "never shown";
    EXPECT_EQ(on_wall(*moment_on_wall("2026-10-25 02:30", Leiden())), "2026-10-25 02:30");
    for (const char* wrong : {"", "2026-03-12", "2026-03-12 24:00", "2026-03-12 20:60", "2026-02-29 20:14",
                              "2026-03-12T20:14", "2026-03-12 20.14", "2026-03-12 20:1", "2026-03-12 20:14 ",
                              "2026-03-12 +1:14", "2026-03-12 2x:14", "12-03-2026 20:14"}) {
        EXPECT_EQ(moment_on_wall(wrong, Leiden()), std::nullopt) << wrong;
    }
}

TEST(Day, IsTheOneOnTheWall) {
    EXPECT_EQ(to_iso(day_of(*from_rfc3339("2026-03-12T23:30:00+01:00"))), "2026-03-12");
    EXPECT_EQ(to_iso(day_of(*from_rfc3339("2026-03-12T23:30:00Z"))), "2026-03-12");
    EXPECT_EQ(to_iso(day_of(in_zone(*from_rfc3339("2026-03-12T23:30:00Z"), Leiden()))), "2026-03-13");
}

TEST(Day, IsReadStrictly) {
    EXPECT_EQ(day_from_iso("2028-02-29"), sys_days{2028y / February / 29});
    for (const char* wrong : {"", "2026-02-29", "2026-13-01", "2026-1-1", "12-03-2026", "2026-03-12 ", "2026-03-1x",
                              "1969-12-31", "2026/03/12"}) {
        EXPECT_EQ(day_from_iso(wrong), std::nullopt) << wrong;
    }
}

TEST(Easter, FallsOnTheDaysOfTheAlmanac) {
    EXPECT_EQ(to_iso(easter(2024)), "2024-03-31");
    EXPECT_EQ(to_iso(easter(2025)), "2025-04-20");
    EXPECT_EQ(to_iso(easter(2026)), "2026-04-05");
    EXPECT_EQ(to_iso(easter(2027)), "2027-03-28");
    EXPECT_EQ(to_iso(easter(2038)), "2038-04-25");
}

TEST(WorkingDays, PassOverWeekendsAndHolidays) {
    const auto second = [](sys_days day) { return to_iso(working_days_after(day, 2)); };
    EXPECT_EQ(second(2026y / March / 10), "2026-03-12");     // Tuesday to Thursday
    EXPECT_EQ(second(2026y / March / 12), "2026-03-16");     // Thursday to Monday
    EXPECT_EQ(second(2026y / March / 14), "2026-03-17");     // from a Saturday
    EXPECT_EQ(second(2026y / April / 2), "2026-04-08");      // Good Friday and Easter Monday between
    EXPECT_EQ(second(2026y / April / 24), "2026-04-29");     // King's Day on a Monday
    EXPECT_EQ(second(2026y / May / 12), "2026-05-15");       // Ascension on the 14th
    EXPECT_EQ(second(2026y / May / 22), "2026-05-27");       // Whit Monday
    EXPECT_EQ(second(2026y / December / 24), "2026-12-29");  // Christmas on Friday and Saturday
    EXPECT_EQ(second(2026y / December / 30), "2027-01-04");  // New Year on a Friday
    EXPECT_TRUE(is_working_day(2025y / April / 28));         // King's Day 2025 was on Saturday the 26th
    EXPECT_FALSE(is_working_day(2025y / May / 5));
}

}  // namespace
}  // namespace hamer
