#include "platform/clock.h"
#include "platform/windows/system.h"
#include "platform/zone.h"

#include <gtest/gtest.h>

namespace hamer {
namespace {

TEST(SystemClockTest, CountsTheTimeThatTheMachineSleeps) {
    // GetTickCount64 does too, in steps of 16 ms at most.
    const auto ticks = [] { return static_cast<std::int64_t>(::GetTickCount64()); };
    const SystemClock clock;
    const std::int64_t before = ticks();
    const std::int64_t read = clock.now().monotonic_ms;
    EXPECT_GE(read, before - 20);
    EXPECT_LE(read, ticks() + 20);
}

TEST(SystemClockTest, EachProgramOfThisStartOfTheMachineNamesItAlike) {
    EXPECT_EQ(SystemClock().now().boot, SystemClock().now().boot);
    EXPECT_EQ(SystemClock().now().boot.size(), 32u);
}

TEST(SystemZoneTest, TurnsWhenAndWhereTheRulesSay) {
    DYNAMIC_TIME_ZONE_INFORMATION zone{};
    ::GetDynamicTimeZoneInformation(&zone);
    // The zones with Amsterdam's rules; which of them a machine is in is a matter of names.
    const std::wstring_view name = zone.TimeZoneKeyName;
    if (name != L"W. Europe Standard Time" && name != L"Central Europe Standard Time") {
        GTEST_SKIP() << "this machine is in another zone: " << to_utf8(zone.TimeZoneKeyName);
    }
    const SystemZone here;
    constexpr std::int64_t second = 1000;
    EXPECT_EQ(here.offset_minutes(1774746000 * second - 1), 60) << "2026-03-29 01:00 UTC";
    EXPECT_EQ(here.offset_minutes(1774746000 * second), 120);
    EXPECT_EQ(here.offset_minutes(1792890000 * second - 1), 120) << "2026-10-25 01:00 UTC";
    EXPECT_EQ(here.offset_minutes(1792890000 * second), 60);
    EXPECT_EQ(here.offset_minutes(1798758000 * second), 60) << "the turn of the year";
    EXPECT_EQ(here.offset_minutes(-20'000'000'000'000), 0) << "before Windows' time, it cannot be told";
}

}  // namespace
}  // namespace hamer
