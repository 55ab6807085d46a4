#include "base/time.h"

#include <gtest/gtest.h>

namespace hamer {
namespace {

TEST(Time, AMomentIsWrittenAndReadInItsOwnOffset) {
    const auto moment = from_rfc3339("2026-03-12T20:14:05.120+01:00");
    ASSERT_TRUE(moment);
    EXPECT_EQ(to_rfc3339(*moment), "2026-03-12T20:14:05.120+01:00");
    EXPECT_EQ(to_rfc3339({moment->milliseconds, -210}), "2026-03-12T15:44:05.120-03:30");
    EXPECT_EQ(clock_time(*moment), "20:14:05");
    EXPECT_EQ(calendar_date(*moment), "2026-03-12");
    EXPECT_EQ(compact_utc(*moment), "20260312T191405Z");
}

TEST(Time, MomentsCompareByWhenTheyAreNotByHowTheyAreWritten) {
    EXPECT_EQ(*from_rfc3339("2026-03-12T20:00:00+01:00"), *from_rfc3339("2026-03-12T19:00:00Z"));
    EXPECT_LT(*from_rfc3339("2026-10-25T02:30:00+02:00"), *from_rfc3339("2026-10-25T02:30:00+01:00"));
}

TEST(Time, DecimalsAreKeptToMillisecondsAndCut) {
    EXPECT_EQ(from_rfc3339("2026-03-12T20:14:05.9+01:00")->milliseconds % 1000, 900);
    EXPECT_EQ(from_rfc3339("2026-03-12T20:14:05.123999+01:00")->milliseconds % 1000, 123);
}

TEST(Time, ALeapDayIsADateAndTheThirtiethOfFebruaryIsNot) {
    EXPECT_TRUE(from_rfc3339("2028-02-29T00:00:00Z"));
    EXPECT_FALSE(from_rfc3339("2026-02-29T00:00:00Z"));
}

TEST(Time, WhatIsNotATimeIsRefused) {
    for (const char* text :
         {"", "now", "2026-03-12", "2026-03-12T20:14:05", "2026-03-12T24:00:00Z", "2026-03-12T20:60:00Z",
          "2026-03-12T20:14:05.Z", "2026-03-12T20:14:05+1:00", "2026-03-12T20:14:05+01:00 ", "1926-03-12T20:14:05Z",
          "2026-13-12T20:14:05Z", "2026-03-12T20:14:05+24:00", "+2026-03-12T20:14:05Z"}) {
        EXPECT_FALSE(from_rfc3339(text)) << text;
    }
}

TEST(Time, ADurationReadsAsOnAStopwatch) {
    EXPECT_EQ(duration(7'000), "0:07");
    EXPECT_EQ(duration(754'999), "12:34");
    EXPECT_EQ(duration(3'723'000), "1:02:03");
    EXPECT_EQ(duration(-5), "0:00");
}

// The usual form has a reader of its own; it must read as the general one does, which takes a small "t" too.
TEST(Rfc3339, TheUsualFormReadsAsAnyOther) {
    for (std::string text :
         {"2026-03-12T20:14:05.120+01:00", "2000-02-29T23:59:59.999-11:30", "1999-12-31T00:00:00.000+00:00",
          "2026-02-30T00:00:00.000+01:00", "2026-03-12T24:00:00.000+01:00", "2026-06-30T23:59:60.500+02:00",
          "2026-03-12T20:14:05.120+24:00", "1969-12-31T23:59:59.000+00:00", "9999-12-31T23:59:59.999+14:00",
          "2026-13-01T00:00:00.000+01:00"}) {
        const auto usual = from_rfc3339(text);
        text[10] = 't';
        const auto other = from_rfc3339(text);
        ASSERT_EQ(usual.has_value(), other.has_value()) << text;
        if (!usual) continue;
        EXPECT_EQ(usual->milliseconds, other->milliseconds) << text;
        EXPECT_EQ(usual->offset_minutes, other->offset_minutes) << text;
    }
}

}  // namespace
}  // namespace hamer
