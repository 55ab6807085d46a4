#include "base/typed_time.h"

#include <gtest/gtest.h>

namespace hamer {
namespace {

class Utc final : public Zone {
  public:
    [[nodiscard]] int offset_minutes(std::int64_t) const override { return 60; }
};

// As Amsterdam in 2026: the clocks are put forward on the 29th of March, and back on the 25th of October.
class Amsterdam final : public Zone {
  public:
    [[nodiscard]] int offset_minutes(std::int64_t milliseconds) const override {
        return milliseconds >= 1'774'746'000'000 && milliseconds < 1'792'890'000'000 ? 120 : 60;
    }
};

std::string read(std::string_view typed, std::optional<Day> near) {
    const auto day = day_typed(typed, near);
    return day ? to_iso(*day) : day.error().nl;
}

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

TEST(TypedDay, WithoutItsYearIsTheNearest) {
    const Day december = *day_from_iso("2026-12-28"), november = *day_from_iso("2026-11-29");
    EXPECT_EQ(read("25-11", november), "2026-11-25");
    EXPECT_EQ(read("25.11", november), "2026-11-25");
    EXPECT_EQ(read("5/1", december), "2027-01-05") << "next year's January lies nearer than this year's";
    EXPECT_EQ(read("28-12", *day_from_iso("2027-01-03")), "2026-12-28");
    EXPECT_EQ(read("29-02", december), "29 februari 2026 bestaat niet.");
    EXPECT_EQ(read("29-02", *day_from_iso("2027-12-28")), "2028-02-29") << "the one that there is";
    EXPECT_EQ(read("31-04", november), "31 april 2026 bestaat niet.");
    EXPECT_EQ(read("25-11", std::nullopt), "Schrijf de dag als dd-mm-jjjj, zoals 12-03-2026.");
    EXPECT_EQ(read("2026-11", november), "Schrijf de dag als dd-mm-jjjj, zoals 12-03-2026.");
    EXPECT_EQ(read("25-", november), "Schrijf de dag als dd-mm-jjjj, zoals 12-03-2026.");
}

TEST(TypedDay, OfAnotherCenturyIsRefused) {
    for (const char* typed : {"25-11-0026", "25-11-2106", "0026-11-25", "2106-11-25", "25-11-1926"}) {
        EXPECT_NE(read(typed, std::nullopt).find("kies een jaar van 2000 tot en met 2099"), std::string::npos) << typed;
    }
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

TEST(TypedMoment, MayLeaveOutTheYearOrTheDayWhereItIsPast) {
    const Day near = *day_from_iso("2026-11-29");
    const std::pair<const char*, const char*> siblings[] = {
        {"25-11 9.30", "25-11-2026 09:30"},   {"25-11, 0930", "25-11-2026 09:30"}, {"9:30", "29-11-2026 09:30"},
        {"9.30", "29-11-2026 09:30"},         {"0930", "29-11-2026 09:30"},        {"21u", "29-11-2026 21:00"},
        {"12-3 21 40", "12-03-2026 21:40"},   {"12 3 21u15", "12-03-2026 21:15"},  {"9 30", "29-11-2026 09:30"},
        {"12 3 26 2140", "12-03-2026 21:40"}, {"29-11 9u", "29-11-2026 09:00"},    {"30-11 9u", "30-11-2025 09:00"}};
    for (const auto& [typed, shown] : siblings) {
        const auto moment = moment_typed(typed, Utc(), near);
        ASSERT_TRUE(moment) << typed << ": " << moment.error().nl;
        EXPECT_EQ(shown_moment(*moment), shown) << typed;
    }
    EXPECT_EQ(moment_typed("9.11", Utc(), near).error().nl,
              "Is 9.11 een dag of een tijd? Schrijf ze allebei: 12-03-2026 21:40.");
    EXPECT_EQ(moment_typed("25-11 24:00", Utc(), near).error().nl, "24:00 is 00:00 van de dag erna.");
    for (const char* typed : {"", "25-11", "25-11-2026", "half tien"}) EXPECT_FALSE(moment_typed(typed, Utc(), near));
}

TEST(TypedMoment, IsReadAsDataHasItToo) {
    EXPECT_EQ(to_rfc3339(*moment_typed("2026-03-12T20:14:05.120+01:00", Utc())), "2026-03-12T20:14:05.120+01:00");
    EXPECT_EQ(moment_typed("2106-03-12T20:14:05Z", Utc()).error().nl,
              "Het jaar 2106 kan niet: kies een jaar van 2000 tot en met 2099.");
}

TEST(TypedMoment, ThatTheClocksNeverShowIsRefused) {
    const auto shown = [](const char* typed) {
        const auto moment = moment_typed(typed, Amsterdam());
        return moment ? to_rfc3339(*moment) : moment.error().nl;
    };
    EXPECT_EQ(shown("29-03-2026 01:59"), "2026-03-29T01:59:00.000+01:00");
    EXPECT_EQ(shown("29-03-2026 02:00"), "02:00 is er op 29-03-2026 niet: de klok gaat dan vooruit.");
    EXPECT_EQ(shown("29-03-2026 2.59"), "02:59 is er op 29-03-2026 niet: de klok gaat dan vooruit.");
    EXPECT_EQ(shown("29-03-2026 03:00"), "2026-03-29T03:00:00.000+02:00");
    EXPECT_EQ(shown("25-10-2026 02:30"), "2026-10-25T02:30:00.000+02:00") << "the first of two";
}

}  // namespace
}  // namespace hamer
