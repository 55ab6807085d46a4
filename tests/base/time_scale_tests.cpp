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

TEST(Spread, MovesOnWhatStandsTooCloseAndNothingElse) {
    using Places = std::vector<double>;
    EXPECT_EQ(spread({}, 10, 20), Places{});
    EXPECT_EQ(spread({0, 10, 30}, 10, 20), (Places{0, 10, 30}));
    EXPECT_EQ(spread({5, 5, 6, 40}, 10, 20), (Places{5, 15, 25, 40}));
    EXPECT_EQ(spread({6, 5, 40, 5}, 10, 20), (Places{25, 5, 40, 15})) << "in any order";
    EXPECT_EQ(spread({0, 0, 0, 0}, 10, 20), (Places{0, 10, 20, 20})) << "never further than that";
}

}  // namespace
}  // namespace hamer
