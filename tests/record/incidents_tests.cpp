#include "record/incidents.h"
#include "record/play.h"

#include <gtest/gtest.h>

namespace hamer::test {
namespace {

TEST(Incidents, AQuietMeetingHasNone) {
    Play play;
    play.steps({"begin", "halt", "go-on", "finish"});
    EXPECT_TRUE(play.records().empty());
}

TEST(Incidents, ARecordSaysWhereItComesFrom) {
    Play play;
    play.steps({"begin", "trouble", "calmed", "finish"});
    const IncidentRecord record = play.record();
    EXPECT_EQ(record.id, "20260312T190000Z-00000001-1");
    EXPECT_EQ(record.municipality, "Ons Dorp");
    EXPECT_EQ(record.address, "Kerkplein 1");
    EXPECT_EQ(record.meeting.chair, "Vera");
    EXPECT_FALSE(record.drill);
    EXPECT_EQ(record.meeting_opened->at, minute(1));
    EXPECT_EQ(record.meeting_closed->at, minute(4));
    EXPECT_EQ(record.source, (RecordSource{"20260312T190000Z-00000001", "f00d", "test", 3, "abc", "0.1"}));
}

TEST(Incidents, WhatAndWhoAreThoseOfTheOpeningStepAsAmended) {
    Play play;
    play.step("begin");
    const auto opening = play.step("trouble", {{"what", "lawaai"}, {"who", "audience"}});
    play.amend(opening, {{"what", "spreekkoor"}});
    const IncidentRecord record = play.record();
    EXPECT_EQ(record.what, "spreekkoor");
    EXPECT_EQ(record.who, "audience");
    EXPECT_EQ(record.started, (Moment{opening, minute(2), std::nullopt}));
}

TEST(Incidents, ItStaysOpenUntilItIsEnded) {
    Play play;
    play.steps({"begin", "trouble", "finish"});
    EXPECT_EQ(status(play.record()), IncidentStatus::Open);
    play.step("calmed", {{"how", "weggegaan"}});
    const IncidentRecord record = play.record();
    EXPECT_EQ(status(record), IncidentStatus::Ended);
    EXPECT_EQ(record.ended, (Ending{{5, minute(4), {}}, EndedBy::Report, "weggegaan", {}}));
}

TEST(Incidents, ARequestThatIsHeededEndsIt) {
    Play play;
    play.steps({"begin", "trouble", "warn", "ask", "no", "ask", "yes"});
    const IncidentRecord record = play.record();
    ASSERT_TRUE(record.ended);
    EXPECT_EQ(record.ended->by, EndedBy::Heeded);
    EXPECT_EQ(record.ended->request, 2);
    ASSERT_EQ(record.requests.size(), 2U);
    EXPECT_EQ(record.requests[0].answer, Answer::Refused);
    EXPECT_EQ(record.requests[0].answered->at, minute(5));
    EXPECT_EQ(record.requests[1].answer, Answer::Heeded);
}

TEST(Incidents, TheScenarioFollowsFromHowTheChairSpoke) {
    Play mild;
    mild.steps({"begin", "trouble"});
    EXPECT_EQ(scenario(mild.record()), Scenario::None);
    mild.step("let-speak", {{"agreement", "één minuut"}});
    EXPECT_EQ(scenario(mild.record()), Scenario::A);
    EXPECT_EQ(mild.record().addressed.at(0).agreement, "één minuut");
    mild.step("warn");
    EXPECT_EQ(scenario(mild.record()), Scenario::AThenB);
    Play stern;
    stern.steps({"begin", "trouble", "warn"});
    EXPECT_EQ(scenario(stern.record()), Scenario::B);
}

TEST(Incidents, AnEventThatWasRaisedCountsLikeAStep) {
    Play play;
    play.steps({"begin", "stream", "trouble", "warn", "stream-stopped"});
    const IncidentRecord record = play.record();
    ASSERT_EQ(record.broadcast_pauses.size(), 1U);
    EXPECT_EQ(record.broadcast_pauses[0].asked->at, minute(4));
    EXPECT_EQ(record.broadcast_pauses[0].paused->at, minute(5));
    EXPECT_FALSE(record.broadcast_pauses[0].resumed);
}

TEST(Incidents, AnEndingThatWasRaisedEndsIt) {
    Play play;
    play.steps({"begin", "trouble"});
    play.step("call-it-a-night", {{"how", "iedereen ging naar huis"}});
    ASSERT_TRUE(play.record().ended);
    EXPECT_EQ(play.record().ended->how, "iedereen ging naar huis");
}

TEST(Incidents, APauseAskedAgainBeforeTheStreamWasBackIsAnotherPause) {
    Play play;
    play.steps({"begin", "stream", "trouble", "stop-stream", "stream-stopped", "start-stream", "stop-stream"});
    const IncidentRecord record = play.record();
    ASSERT_EQ(record.broadcast_pauses.size(), 2U);
    EXPECT_TRUE(record.broadcast_pauses[0].resume_asked);
    EXPECT_FALSE(record.broadcast_pauses[0].resumed);
    EXPECT_TRUE(record.broadcast_pauses[1].asked);
}

TEST(Incidents, AnEventfulEveningIsAllThere) {
    const IncidentRecord record = eventful_evening().record();
    EXPECT_EQ(record.what, "leuzen en een spandoek");
    ASSERT_EQ(record.suspensions.size(), 1U);
    EXPECT_EQ(record.suspensions[0].reason, "leuzen");
    EXPECT_TRUE(record.suspensions[0].resumed);
    ASSERT_EQ(record.requests.size(), 3U);
    EXPECT_EQ(record.requests[1].number, 2);
    EXPECT_EQ(record.requests[1].speaker, "clerk");
    EXPECT_EQ(record.requests[1].to, "de rest");
    ASSERT_EQ(record.room_clearings.size(), 1U);
    EXPECT_TRUE(record.room_clearings[0].reentered);
    ASSERT_EQ(record.police.size(), 1U);
    EXPECT_EQ(record.police[0].number, "112");
    EXPECT_EQ(record.police[0].by, "de griffier");
    EXPECT_TRUE(record.police[0].arrived);
    EXPECT_TRUE(record.police[0].handed_over);
    ASSERT_EQ(record.emergencies.size(), 1U);
    EXPECT_EQ(record.emergencies[0].what, "een klap");
    ASSERT_EQ(record.emergencies[0].force.size(), 1U);
    EXPECT_EQ(record.emergencies[0].force[0].purpose, "rescue");
    EXPECT_TRUE(record.emergencies[0].over);
    ASSERT_TRUE(record.charges);
    EXPECT_EQ(record.charges->decision, "file");
    EXPECT_EQ(record.charges->clerk_consulted, Consulted::Yes);
    EXPECT_EQ(record.charges->adviser_consulted, Consulted::No);
    EXPECT_EQ(record.notes.size(), 1U);
    ASSERT_EQ(record.security.size(), 2U);
    EXPECT_EQ(record.security[0].who, "één persoon");
    EXPECT_TRUE(record.security[1].called);
}

TEST(Incidents, ASecondDisturbanceIsARecordOfItsOwn) {
    Play play;
    play.step("begin");
    play.step("trouble", {{"what", "één"}});
    play.steps({"warn", "ask", "yes"});
    play.step("trouble", {{"what", "twee"}});
    play.steps({"warn", "ask", "no", "law", "calmed", "law-here", "finish", "decide"});
    const auto records = play.records();
    ASSERT_EQ(records.size(), 2U);
    EXPECT_EQ(records[0].what, "één");
    EXPECT_EQ(records[1].what, "twee");
    EXPECT_EQ(records[1].id, "20260312T190000Z-00000001-2");
    EXPECT_EQ(records[1].requests.at(0).number, 1);
    EXPECT_TRUE(records[0].police.empty());
    EXPECT_TRUE(records[1].police.at(0).arrived) << "arrived after the end";
    EXPECT_TRUE(records[0].charges) << "the oldest that had none";
    EXPECT_FALSE(records[1].charges);
}

TEST(Incidents, WhatStoodWhenItOpenedGoesWithIt) {
    Play play;
    play.step("begin");
    play.step("halt", {{"reason", "pauze"}});
    play.steps({"guards", "trouble", "calmed", "guards-out", "go-on"});
    const IncidentRecord record = play.record();
    ASSERT_EQ(record.suspensions.size(), 1U);
    EXPECT_EQ(record.suspensions[0].from.at, minute(2));
    EXPECT_TRUE(record.suspensions[0].resumed);
    ASSERT_EQ(record.security.size(), 1U);
    EXPECT_TRUE(record.security[0].removed);
}

TEST(Incidents, AnOrdinaryBreakAfterwardsDoesNotGoWithIt) {
    Play play;
    play.steps({"begin", "trouble", "calmed"});
    play.step("halt", {{"reason", "koffie"}});
    play.note("de soep is op");
    play.step("go-on");
    EXPECT_TRUE(play.record().suspensions.empty());
    EXPECT_TRUE(play.record().notes.empty());
}

TEST(Incidents, AnEmergencyWithoutADisturbanceIsAnIncident) {
    Play play;
    play.step("begin");
    play.step("alarm", {{"what", "hartstilstand"}});
    play.steps({"law", "law-here", "safe", "finish", "decide"});
    const IncidentRecord record = play.record();
    EXPECT_EQ(record.kind, IncidentKind::Emergency);
    EXPECT_EQ(record.what, "hartstilstand");
    EXPECT_EQ(record.ended->by, EndedBy::EmergencyOver);
    EXPECT_EQ(record.emergencies.at(0).what, "hartstilstand");
    EXPECT_TRUE(record.police.at(0).arrived);
    EXPECT_TRUE(record.charges);
}

TEST(Incidents, AnEmergencyInADisturbanceIsPartOfIt) {
    Play play;
    play.steps({"begin", "trouble", "alarm", "calmed", "safe"});
    const IncidentRecord record = play.record();
    EXPECT_EQ(record.kind, IncidentKind::Disturbance);
    EXPECT_TRUE(record.emergencies.at(0).over);
}

TEST(Incidents, ADisturbanceDuringAnEmergencyKnowsOfIt) {
    Play play;
    play.steps({"begin", "alarm", "trouble", "safe", "calmed"});
    const auto records = play.records();
    ASSERT_EQ(records.size(), 2U);
    EXPECT_EQ(status(records[0]), IncidentStatus::Ended);
    EXPECT_TRUE(records[1].emergencies.at(0).over);
}

TEST(Incidents, BothTimesAreKeptWhereTheyDiffer) {
    Play play;
    play.steps({"begin", "trouble", "law"});
    play.step("law-here", {}, minute(3));
    const IncidentRecord record = play.record();
    EXPECT_EQ(record.police.at(0).arrived, (Moment{5, minute(3), minute(4)}));
    EXPECT_FALSE(record.police.at(0).called->recorded);
    ASSERT_EQ(record.late_additions.size(), 1U);
    EXPECT_EQ(record.late_additions[0].what, "law-here");
}

TEST(Incidents, TheSameSessionGivesTheSameRecords) {
    EXPECT_EQ(eventful_evening().records(), eventful_evening().records());
}

}  // namespace
}  // namespace hamer::test
