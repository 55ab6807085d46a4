#include "platform/clock.h"

#include <ctime>
#include <gtest/gtest.h>

namespace hamer {
namespace {

TEST(SystemClockTest, CountsTheTimeThatTheMachineSleeps) {
    const auto boot_time = [] {
        std::timespec now{};
        clock_gettime(CLOCK_BOOTTIME, &now);
        return std::int64_t{now.tv_sec} * 1000 + now.tv_nsec / 1'000'000;
    };
    const SystemClock clock;
    const std::int64_t before = boot_time();
    const std::int64_t read = clock.now().monotonic_ms;
    EXPECT_GE(read, before);
    EXPECT_LE(read, boot_time());
}

}  // namespace
}  // namespace hamer
