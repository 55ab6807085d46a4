// A year's cases add up beside those of the year before, each kind once for each case.
#include "record/year.h"

#include <algorithm>
#include <fmt/format.h>
#include <gtest/gtest.h>

namespace hamer {
namespace {

YearOfCases two_years() {
    YearOfCases year{.year = 2026};
    year.cases = {{.month = "2026-01",
                   .conduct = Conduct::Threat,
                   .repetition = Repetition::Repeated,
                   .minutes = 30,
                   .suspended = true,
                   .police_called = true,
                   .affected = {Office::Mayor, Office::CouncilMember},
                   .measures = {MeasureKind::Ban, MeasureKind::Talk},
                   .charges = "file",
                   .evaluated = true},
                  {.month = "2026-01", .conduct = Conduct::B, .minutes = 5, .affected = {Office::CouncilMember}},
                  {.month = "2026-12", .minutes = 9, .damage = true}};
    year.before = {{.month = "2025-01", .conduct = Conduct::Violence, .injury = true}};
    return year;
}

std::string words(const std::vector<Tally>& tallies) {
    std::string text;
    for (const Tally& one : tallies) text += fmt::format("{}:{}/{} ", one.of, one.records, one.before);
    return text;
}

TEST(Year, CountsWhatHappenedBesideTheYearBefore) {
    const YearTotals totals = totals_of(two_years());
    EXPECT_EQ(words({totals.all, totals.suspended, totals.police, totals.emergencies, totals.injuries}),
              ":3/1 :1/0 :1/0 :0/0 :0/1 ");
    EXPECT_EQ(words({totals.damage, totals.charges, totals.repeated, totals.evaluated}), ":1/0 :1/0 :1/0 :1/0 ");
    EXPECT_EQ(totals.minutes, 9) << "half lasted at most";
    EXPECT_EQ(totals_of({}).minutes, 0);
}

TEST(Year, HasAllTwelveMonthsAlsoThoseWithoutAnything) {
    const auto months = by_month(two_years());
    ASSERT_EQ(months.size(), 12U);
    EXPECT_EQ(months.front(), (Tally{"01", 2, 1}));
    EXPECT_EQ(months.back(), (Tally{"12", 1, 0}));
    EXPECT_EQ(words(by_month({})).find("1/"), std::string::npos);
}

TEST(Year, NamesEachKindOfEitherYearInTheOrderOfItsTable) {
    EXPECT_EQ(words(by_conduct(two_years())), "b:1/0 d-threat:1/0 d-violence:0/1 :1/0 ");
    EXPECT_EQ(words(by_channel(two_years())), ":3/1 ");
    EXPECT_EQ(words(by_office(two_years())), "council-member:2/0 mayor:1/0 :1/1 ") << "once for each office";
    EXPECT_EQ(words(by_measure(two_years())), "talk:1/0 ban:1/0 ");
    EXPECT_EQ(words(by_conduct({})), "");
}

}  // namespace
}  // namespace hamer
