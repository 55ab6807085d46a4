#include "base/time_scale.h"

#include <gtest/gtest.h>

namespace hamer {
namespace {

constexpr std::int64_t minute = 60'000, day = 86'400'000;

TEST(RoundStep, IsTheSmallestThatFits) {
    EXPECT_EQ(round_step(0, 1), 1'000);
    EXPECT_EQ(round_step(7 * minute, 7), minute);
    EXPECT_EQ(round_step(8 * minute, 7), 2 * minute);
    EXPECT_EQ(round_step(7 * day, 7), day);
    EXPECT_EQ(round_step(8 * day, 7), 2 * day);
}

TEST(RoundStep, OfAnySpanGivesFew) {
    for (std::int64_t span = 1; span < 9'000'000'000'000'000; span *= 3) {
        EXPECT_LE(span / round_step(span, 7), 7) << span;
    }
}

}  // namespace
}  // namespace hamer
