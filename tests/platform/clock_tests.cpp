#include "platform/clock.h"
#include "platform/zone.h"

#include <gtest/gtest.h>

namespace hamer {
namespace {

TEST(SystemClockTest, NeverGoesBackWithinABoot) {
    const SystemClock clock;
    const Stamp first = clock.now();
    const Stamp second = clock.now();
    EXPECT_FALSE(first.boot.empty());
    EXPECT_EQ(first.boot, second.boot);
    EXPECT_LE(first.monotonic_ms, second.monotonic_ms);
}

TEST(SystemZoneTest, IsAsFarFromGreenwichAsTheClockSays) {
    const Stamp now = SystemClock().now();
    EXPECT_EQ(SystemZone().offset_minutes(now.at.milliseconds), now.at.offset_minutes);
}

}  // namespace
}  // namespace hamer
