#include "record/chart.h"
#include "record/play.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace hamer::test {
namespace {

const ChartLane& lane(const Chart& chart, const std::string& name) {
    const auto found = std::ranges::find(chart.lanes, name, &ChartLane::name);
    if (found == chart.lanes.end()) throw std::runtime_error("there is no lane " + name);
    return *found;
}

TEST(Chart, HasALaneForEachThingThatChanged) {
    const Chart chart = chart_of(eventful_evening().record(), Language::Dutch);
    for (const char* name : {"Verstoring", "Verzoeken", "Vergadering", "Zaal", "Uitzending", "Beveiliging", "Politie",
                             "Noodsituatie", "Anders, later"}) {
        EXPECT_NO_THROW((void)lane(chart, name)) << name;
    }
    EXPECT_EQ(lane(chart, "Verstoring").bars.size(), 1U);
    const auto& requests = lane(chart, "Verzoeken").marks;
    EXPECT_TRUE(std::ranges::any_of(requests, [](const ChartMark& one) { return one.sign == "3"; }));
    EXPECT_TRUE(std::ranges::any_of(requests, [](const ChartMark& one) { return one.kind == MarkKind::Refusal; }));
}

TEST(Chart, EverythingLiesWithinIt) {
    const Chart chart = chart_of(eventful_evening().record(), Language::English);
    for (const ChartLane& one : chart.lanes) {
        for (const ChartBar& bar : one.bars) {
            EXPECT_GE(bar.from, chart.from);
            EXPECT_LE(bar.until.value_or(chart.until), chart.until);
        }
        for (const ChartMark& mark : one.marks) {
            EXPECT_GE(mark.at, chart.from);
            EXPECT_LE(mark.at, chart.until);
        }
    }
}

TEST(Chart, AnIncidentOfWhichOnlyItsBeginIsKnownIsAPoint) {
    IncidentRecord record;
    record.what = "bedreigd op straat";
    record.started.at = minute(0);
    const Chart chart = chart_of(record, Language::Dutch);
    EXPECT_EQ(chart.from, chart.until);
    ASSERT_EQ(chart.lanes.size(), 1U);
    EXPECT_FALSE(chart.lanes[0].bars[0].until);
}

}  // namespace
}  // namespace hamer::test
