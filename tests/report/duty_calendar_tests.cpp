#include "base/calendar.h"
#include "report/duty_calendar.h"

#include <gtest/gtest.h>
#include <sstream>

namespace hamer {
namespace {

DueDuty a_duty() {
    DueDuty duty;
    duty.record = "20260312T190000Z-0011aabb-1";
    duty.what = "leuzen van J. de Vries";
    duty.person = "p2";
    duty.due = *from_rfc3339("2026-03-13T20:41:17+01:00");
    return duty;
}

const Instant made = *from_rfc3339("2026-03-12T22:00:00+01:00");

TEST(DutyCalendar, AMomentIsAnEventInUtcThatEndsThen) {
    const std::string text = duties_as_calendar({a_duty()}, made, Language::Dutch);
    EXPECT_NE(text.find("DTSTART:20260313T191117Z\r\nDTEND:20260313T194117Z\r\n"), std::string::npos) << text;
    EXPECT_NE(text.find("DTSTAMP:20260312T210000Z\r\n"), std::string::npos);
    EXPECT_NE(text.find("UID:20260312T190000Z-0011aabb-1-first-talk-p2@hamer\r\n"), std::string::npos);
    EXPECT_NE(text.find("SUMMARY:eerste gesprek – 20260312T190000Z-0011aabb-1\\, p2\r\n"), std::string::npos) << text;
    EXPECT_EQ(text.find("Vries"), std::string::npos) << "calendars are shared";
}

TEST(DutyCalendar, TheEndOfADayIsThatDay) {
    DueDuty duty = a_duty();
    duty.due = *from_rfc3339("2026-12-31T23:59:59+01:00");
    const std::string text = duties_as_calendar({duty}, made, Language::English);
    EXPECT_NE(text.find("DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n"), std::string::npos) << text;
    EXPECT_NE(text.find("SUMMARY:first talk"), std::string::npos);
}

TEST(DutyCalendar, ADecisionOnChargesThatWasPutOffIsInIt) {
    DueDuty duty = a_duty();
    duty.kind = DutyKind::ChargesDecision;
    duty.person.clear();
    const std::string text = duties_as_calendar({duty}, made, Language::Dutch);
    EXPECT_NE(text.find("SUMMARY:besluit over aangifte – 20260312T190000Z-0011aabb-1\r\n"), std::string::npos) << text;
    EXPECT_NE(text.find("-charges-decision@hamer"), std::string::npos) << text;
}

TEST(DutyCalendar, WhatIsDoneIsLeftOut) {
    DueDuty duty = a_duty();
    duty.done = made;
    EXPECT_EQ(duties_as_calendar({duty}, made, Language::Dutch).find("VEVENT"), std::string::npos);
}

TEST(DutyCalendar, NoLineIsLongerThan75BytesOrCutInACharacter) {
    DueDuty duty = a_duty();
    duty.person = std::string(90, 'p') + "éééééééééééééééééééééééé,;\\";
    std::istringstream lines(duties_as_calendar({duty}, made, Language::Dutch));
    std::string unfolded;
    for (std::string line; std::getline(lines, line);) {
        ASSERT_TRUE(line.ends_with('\r'));
        line.pop_back();
        EXPECT_LE(line.size(), 75U);
        EXPECT_TRUE(is_utf8(line)) << line;
        unfolded += line.starts_with(' ') ? line.substr(1) : "\n" + line;
    }
    EXPECT_NE(unfolded.find("éé\\,\\;\\\\"), std::string::npos) << unfolded;
}

}  // namespace
}  // namespace hamer
