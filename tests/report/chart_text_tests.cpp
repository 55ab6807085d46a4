// The drawing in time, in words.
#include "report/chart_text.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace hamer {
namespace {

Instant at(const std::string& time) { return *from_rfc3339(time + "+01:00"); }

Chart a_chart() {
    Chart chart;
    chart.from = at("2026-03-12T23:41:17");
    chart.until = at("2026-03-13T00:20:00");
    chart.lanes.push_back({"Verstoring",
                           {{chart.from, at("2026-03-12T23:55:00"), "geroep"}, {at("2026-03-12T23:58:00"), {}, ""}},
                           {{at("2026-03-12T23:50:00"), MarkKind::Step, "B", "aangesproken, scenario B"}}});
    chart.lanes.push_back({"Politie", {}, {{at("2026-03-13T00:10:00"), MarkKind::Step, "!", ""}}});
    return chart;
}

TEST(ChartText, TellsEachLaneInTheOrderOfTimeAndNamesAnotherDay) {
    EXPECT_EQ(chart_as_text(a_chart(), Language::Dutch),
              "Tijdlijn van 12 maart 2026, 23:41:17 tot 13 maart 2026, 00:20:00. Verstoring: geroep van 23:41:17 tot "
              "23:55:00; aangesproken, scenario B om 23:50:00; vanaf 23:58:00. Politie: ! om 13 maart 2026, 00:10:00.");
    EXPECT_TRUE(chart_as_text(a_chart(), Language::English)
                    .starts_with("Timeline from 12 March 2026, 23:41:17 to 13 March 2026, 00:20:00. "));
}

TEST(ChartText, TellsOfManyThingsHowManyMoreThereAre) {
    Chart chart = a_chart();
    for (int i = 0; i < 50; ++i)
        chart.lanes[1].marks.push_back({chart.until, MarkKind::Note, "", fmt::format("notitie {}", i)});
    const std::string text = chart_as_text(chart, Language::Dutch);
    EXPECT_NE(text.find("notitie 28 om"), std::string::npos) << text;
    EXPECT_EQ(text.find("notitie 29"), std::string::npos) << text;
    EXPECT_TRUE(text.ends_with("; en daarna nog 21.")) << text;
}

TEST(ChartText, CutsWhatIsVeryLongAndLetsNothingSteerTheReader) {
    Chart chart = a_chart();
    chart.lanes[0].bars[0].label = std::string(5000, 'x') + "\xe2\x80\xae";
    chart.lanes[1].name = "Pol\xe2\x80\xaeitie\n";
    const std::string text = chart_as_text(chart, Language::English);
    EXPECT_LT(text.size(), 1000u);
    EXPECT_EQ(text.find("\xe2\x80\xae"), std::string::npos);
    EXPECT_EQ(text.find('\n'), std::string::npos);
}

}  // namespace
}  // namespace hamer
