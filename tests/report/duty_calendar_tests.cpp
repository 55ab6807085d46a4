#include "base/calendar.h"
#include "report/duty_calendar.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <sstream>

namespace hamer {
namespace {

KnownDuty a_duty() {
    KnownDuty duty;
    duty.record = "20260312T190000Z-0011aabb-1";
    duty.started = *from_rfc3339("2026-03-12T20:41:17+01:00");
    duty.person = "p2";
    duty.whom = {"betrokkene", "affected"};
    duty.from = duty.started;
    duty.due = *from_rfc3339("2026-03-13T20:41:17+01:00");
    duty.revision = 3;
    return duty;
}

KnownDuty a_third_talk() {
    KnownDuty duty = a_duty();
    duty.kind = DutyKind::ThirdTalk;
    duty.from = *from_rfc3339("2026-04-09T00:00:00+02:00");
    duty.due = *from_rfc3339("2026-04-23T23:59:59+02:00");
    return duty;
}

const Instant made = *from_rfc3339("2026-03-12T22:00:00+01:00");

std::string calendar_of(const KnownDuty& duty, Language language = Language::Dutch) {
    std::string text = duties_as_calendar({duty}, made, language);
    // Long lines as one.
    for (auto fold = text.find("\r\n "); fold != std::string::npos; fold = text.find("\r\n ")) text.erase(fold, 3);
    return text;
}

bool has(const std::string& text, std::string_view line) { return text.find(line) != std::string::npos; }

TEST(DutyCalendar, AMomentIsAnEventInUtcThatEndsThen) {
    const std::string text = calendar_of(a_duty());
    EXPECT_TRUE(has(text, "DTSTART:20260313T191117Z\r\nDTEND:20260313T194117Z\r\n")) << text;
    EXPECT_TRUE(has(text, "DTSTAMP:20260312T210000Z\r\nSEQUENCE:3\r\nSTATUS:CONFIRMED\r\n")) << text;
    EXPECT_TRUE(has(text, "UID:20260312T190000Z-0011aabb-1-first-talk-p2@hamer\r\n")) << text;
    EXPECT_TRUE(has(text, "TRIGGER:-PT2H\r\n")) << text;
}

TEST(DutyCalendar, ATitleIsForWhoeverReadsIt) {
    EXPECT_TRUE(
        has(calendar_of(a_duty()), "SUMMARY:Eerste gesprek (betrokkene) – incident van 12 maart 2026\\, 20:41\r\n"))
        << calendar_of(a_duty());
    KnownDuty duty = a_duty();
    duty.whom = {"betrokkene 2", "affected 2"};
    EXPECT_TRUE(has(calendar_of(duty, Language::English),
                    "SUMMARY:First talk (affected 2) – incident of 12 March 2026\\, 20:41\r\n"))
        << calendar_of(duty, Language::English);
    duty.kind = DutyKind::ChargesDecision;
    duty.person.clear();
    duty.whom = {};
    EXPECT_TRUE(has(calendar_of(duty), "SUMMARY:Besluit over aangifte – incident van")) << calendar_of(duty);
    EXPECT_TRUE(has(calendar_of(duty), "-charges-decision@hamer\r\n")) << calendar_of(duty);
}

TEST(DutyCalendar, TheEndOfADayIsThatDay) {
    KnownDuty duty = a_duty();
    duty.due = *from_rfc3339("2026-12-31T23:59:59+01:00");
    const std::string text = calendar_of(duty, Language::English);
    EXPECT_TRUE(has(text, "DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n")) << text;
    EXPECT_TRUE(has(text, "TRIGGER:PT9H\r\n")) << text;
}

TEST(DutyCalendar, AWindowLastsFromItsFirstDayAndIsAnnouncedOnTheDayBefore) {
    const std::string text = calendar_of(a_third_talk());
    EXPECT_TRUE(has(text, "DTSTART;VALUE=DATE:20260409\r\nDTEND;VALUE=DATE:20260424\r\n")) << text;
    EXPECT_TRUE(has(text, "TRIGGER:-PT15H\r\n")) << text;
    EXPECT_TRUE(has(text, "TRIGGER;RELATED=END:-PT15H\r\n")) << text;
    EXPECT_TRUE(has(text, "Vanaf 09-04-2026\\nUiterlijk 23-04-2026 23:59")) << text;
    KnownDuty advice = a_duty();
    advice.kind = DutyKind::PoliceReport;
    advice.due = *from_rfc3339("2026-03-16T23:59:59+01:00");
    EXPECT_TRUE(has(calendar_of(advice), "DTSTART;VALUE=DATE:20260316\r\n"))
        << "what may be done at once has no window";
}

TEST(DutyCalendar, WhatIsDoneOrLapsedIsCancelledAndRingsNoMore) {
    for (const KnownDuty& open : {a_duty(), a_third_talk()}) {
        for (const auto& [state, before] :
             {std::pair(DutyState::Done, "SUMMARY:Gedaan: "), std::pair(DutyState::Lapsed, "SUMMARY:Vervallen: ")}) {
            KnownDuty duty = open;
            duty.state = state;
            duty.revision = 4;
            const std::string text = calendar_of(duty);
            EXPECT_TRUE(has(text, "SEQUENCE:4\r\nSTATUS:CANCELLED\r\n")) << text;
            EXPECT_TRUE(has(text, before)) << text;
            EXPECT_FALSE(has(text, "VALARM")) << text;
            const auto uid = [](const std::string& of) { return of.substr(of.find("UID:"), 60); };
            EXPECT_EQ(uid(text), uid(calendar_of(open)));
        }
    }
}

TEST(DutyCalendar, NoLineIsLongerThan75BytesOrCutInACharacter) {
    KnownDuty duty = a_duty();
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
