#include "record/trends.h"

#include <gtest/gtest.h>

namespace hamer {
namespace {

TEST(Trends, AddUpEachWayAndShowTheMonthsBetween) {
    const Trends made = trends_of({{"2025-12", "b", "Raadzaal", "first", 2},
                                   {"2026-02", "d-threat", "tribune", "repeated", 1},
                                   {"2026-02", "", "Raadzaal", "", 3},
                                   {"2026-02", "a", "", "first", 1}});
    EXPECT_EQ(made.records, 7);
    EXPECT_EQ(made.months, (std::vector<Share>{{"2025-12", 2}, {"2026-01", 0}, {"2026-02", 5}}));
    EXPECT_EQ(made.conduct, (std::vector<Share>{{"a", 1}, {"b", 2}, {"d-threat", 1}, {"", 3}})) << "table 1's order";
    EXPECT_EQ(made.places, (std::vector<Share>{{"Raadzaal", 5}, {"", 1}, {"tribune", 1}})) << "the most first";
    EXPECT_EQ(made.repetition, (std::vector<Share>{{"first", 3}, {"repeated", 1}, {"", 3}}));
}

TEST(Trends, OfNothingAreEmpty) {
    const Trends made = trends_of({});
    EXPECT_EQ(made.records, 0);
    EXPECT_TRUE(made.months.empty() && made.conduct.empty() && made.places.empty() && made.repetition.empty());
}

TEST(Trends, ARecordOfLongAgoCostsNoRowForEachMonthSince) {
    const Trends made = trends_of({{"1999-01", "a", "x", "first", 1},
                                   {"2024-03", "a", "x", "first", 1},
                                   {"2024-04", "a", "x", "first", 1},
                                   {"2026-03", "a", "x", "first", 1}});
    ASSERT_EQ(made.months.size(), static_cast<std::size_t>(longest_trend));
    EXPECT_EQ(made.months.front(), (Share{"2024-04", 1}));
    EXPECT_EQ(made.months.back(), (Share{"2026-03", 1}));
    EXPECT_EQ(made.records, 4) << "but it is counted";
}

}  // namespace
}  // namespace hamer
