#include "base/typed_time.h"

#include <gtest/gtest.h>

namespace hamer {
namespace {

class Utc final : public Zone {
  public:
    [[nodiscard]] int offset_minutes(std::int64_t) const override { return 60; }
};

TEST(TypedDay, IsReadInEveryFormThatPeopleWrite) {
    for (const char* typed : {"1-3-26", "01-03-2026", "1/3/2026", "01.03.2026", "1.3.26", " 1 3 2026 ", "2026-03-01",
                              "1 - 3 - 2026", "2026/3/1"}) {
        const auto day = day_typed(typed);
        ASSERT_TRUE(day) << typed;
        EXPECT_EQ(to_iso(*day), "2026-03-01") << typed;
        EXPECT_EQ(shown_day(*day), "01-03-2026");
    }
    EXPECT_EQ(to_iso(*day_typed("29-2-2028")), "2028-02-29");
}

TEST(TypedDay, ThatDoesNotExistIsRefusedWithTheReason) {
    const auto why = [](const char* typed) { return day_typed(typed) ? "" : day_typed(typed).error().nl; };
    EXPECT_EQ(why("32-13-2026"), "Maand 13 bestaat niet.");
    EXPECT_EQ(why("30-2-2026"), "30 februari 2026 bestaat niet.");
    EXPECT_EQ(why("29-2-2027"), "29 februari 2027 bestaat niet.");
    EXPECT_EQ(why("0-1-2026"), "0 januari 2026 bestaat niet.");
    EXPECT_EQ(why("1-3-1900"), "Het jaar 1900 kan niet: kies een jaar van 2000 tot en met 2099.");
    for (const char* typed : {"", "morgen", "1-3", "1-3-2", "1-3-202", "1-3-20266", "1--3-2026", "001-3-2026",
                              "1-3-2026-4", "1,3,2026", "-1-3-2026", "1-3-2026-"}) {
        EXPECT_EQ(why(typed), "Schrijf de dag als dd-mm-jjjj, zoals 12-03-2026.") << typed;
    }
    EXPECT_EQ(day_typed("1-13-2026").error().en, "There is no month 13.");
}

TEST(TypedTime, IsReadInEveryFormThatPeopleWrite) {
    const std::pair<const char*, const char*> siblings[] = {
        {"9.30", "09:30"},     {"9:30", "09:30"},  {"0930", "09:30"},    {"930", "09:30"},
        {"21u15", "21:15"},    {"21U15", "21:15"}, {"21 u 15", "21:15"}, {"21u", "21:00"},
        {"21:15:30", "21:15"}, {"00:00", "00:00"}, {"2359", "23:59"}};
    for (const auto& [typed, shown] : siblings) {
        const auto time = time_typed(typed);
        ASSERT_TRUE(time) << typed;
        EXPECT_EQ(shown_time(*time), shown) << typed;
    }
    for (const char* typed :
         {"", "9", "24:00", "12:60", "2460", "9:3", "21:15:61", "half tien", "21:15:30:1", "-9:30"}) {
        EXPECT_FALSE(time_typed(typed)) << typed;
    }
}

TEST(TypedMoment, IsADayAndATime) {
    for (const char* typed : {"12-03-2026 21:40", "12-3-26 21.40", "12/3/2026, 21u40", "2026-03-12 21:40",
                              "2026-03-12T21:40", " 12.03.2026  2140 ", "12 3 2026 21:40"}) {
        const auto moment = moment_typed(typed, Utc());
        ASSERT_TRUE(moment) << typed;
        EXPECT_EQ(to_rfc3339(*moment), "2026-03-12T21:40:00.000+01:00") << typed;
        EXPECT_EQ(shown_moment(*moment), "12-03-2026 21:40");
    }
    EXPECT_EQ(moment_typed("12-13-2026 21:40", Utc()).error().nl, "Maand 13 bestaat niet.");
    EXPECT_EQ(moment_typed("12-03-2026 25:40", Utc()).error().nl, "25:40 is geen tijd van de dag.");
    for (const char* typed : {"", "12-03-2026", "21:40", "gisteren 21:40"})
        EXPECT_FALSE(moment_typed(typed, Utc())) << typed;
}

}  // namespace
}  // namespace hamer
