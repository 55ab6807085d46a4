#include "record/incidents.h"
#include "record/play.h"

#include <gtest/gtest.h>

namespace hamer::test {
namespace {

TEST(Corrections, AStepThatWasTakenBackCountsOnlyAsACorrection) {
    Play play;
    play.steps({"begin", "trouble", "warn", "ask", "no"});
    play.undo("verkeerde knop");
    play.step("yes");
    const IncidentRecord record = play.record();
    ASSERT_EQ(record.requests.size(), 1U);
    EXPECT_EQ(record.requests[0].answer, Answer::Heeded);
    ASSERT_EQ(record.taken_back.size(), 1U);
    EXPECT_EQ(record.taken_back[0].event, "no");
    EXPECT_EQ(record.taken_back[0].why, "verkeerde knop");
    EXPECT_EQ(record.taken_back[0].by, "chair");
    EXPECT_EQ(record.taken_back[0].step.at, minute(5));
    EXPECT_EQ(record.taken_back[0].at.at, minute(6));
}

TEST(Corrections, AnIncidentWhoseOpeningWasTakenBackIsNone) {
    Play play;
    play.steps({"begin", "trouble"});
    play.undo();
    EXPECT_TRUE(play.records().empty());
}

TEST(Corrections, AFalseStartGoesWithTheIncidentThatFollows) {
    Play play;
    play.step("begin");
    play.step("trouble", {{"what", "vergissing"}});
    play.step("warn");
    play.undo();
    play.undo();
    play.step("trouble", {{"what", "echt"}});
    const IncidentRecord record = play.record();
    EXPECT_EQ(record.what, "echt");
    EXPECT_TRUE(record.addressed.empty());
    ASSERT_EQ(record.taken_back.size(), 2U);
    EXPECT_EQ(record.taken_back[1].event, "trouble");
    EXPECT_EQ(record.taken_back[1].fields, (Fields{{"what", "vergissing"}}));
}

TEST(Corrections, AnEndingThatWasTakenBackLeavesItOpen) {
    Play play;
    play.steps({"begin", "trouble", "calmed"});
    play.undo();
    EXPECT_EQ(status(play.record()), IncidentStatus::Open);
    EXPECT_EQ(play.record().taken_back.size(), 1U);
}

TEST(Corrections, AnAmendmentShowsWhatStoodBefore) {
    Play play;
    play.step("begin");
    const auto opening = play.step("trouble", {{"what", "a"}, {"who", "audience"}});
    play.amend(opening, {{"what", "b"}});
    play.amend(opening, {{"what", "c"}});
    const IncidentRecord record = play.record();
    EXPECT_EQ(record.what, "c");
    ASSERT_EQ(record.amendments.size(), 2U);
    EXPECT_EQ(record.amendments[0].before, (Fields{{"what", "a"}}));
    EXPECT_EQ(record.amendments[1].before, (Fields{{"what", "b"}}));
    EXPECT_EQ(record.amendments[1].after, (Fields{{"what", "c"}}));
    EXPECT_EQ(record.amendments[1].by, "clerk");
    EXPECT_EQ(record.amendments[1].event, "trouble");
}

TEST(Corrections, ADeviationMeansWhatTheEventsMeanThatLeadThere) {
    Play play;
    play.steps({"begin", "trouble"});
    play.deviate({{"law", "coming"}}, "een raadslid belde al");
    const IncidentRecord record = play.record();
    ASSERT_EQ(record.police.size(), 1U);
    EXPECT_EQ(record.police[0].called->at, minute(3));
    ASSERT_EQ(record.deviations.size(), 1U);
    EXPECT_EQ(record.deviations[0].why, "een raadslid belde al");
    EXPECT_EQ(record.deviations[0].to.at("law"), "coming");
}

TEST(Corrections, ADeviationThatSkipsAStageRecordsTheLaterOneAlone) {
    Play play;
    play.steps({"begin", "trouble"});
    play.deviate({{"law", "here"}}, "was toevallig in de zaal");
    const IncidentRecord record = play.record();
    ASSERT_EQ(record.police.size(), 1U);
    EXPECT_FALSE(record.police[0].called);
    EXPECT_TRUE(record.police[0].arrived);
}

TEST(Corrections, ADeviationCanOpenAnIncidentAndEndOne) {
    Play play;
    play.step("begin");
    play.deviate({{"trouble", "stern"}}, "alles tegelijk");
    play.step("ask");
    play.deviate({{"trouble", "gone"}}, "het brandalarm ging");
    const IncidentRecord record = play.record();
    EXPECT_EQ(record.what, "alles tegelijk");
    EXPECT_EQ(scenario(record), Scenario::B);
    ASSERT_TRUE(record.ended);
    EXPECT_EQ(record.ended->by, EndedBy::Deviation);
    EXPECT_EQ(record.ended->how, "het brandalarm ging");
    EXPECT_EQ(record.requests.at(0).answer, Answer::None);
}

TEST(Corrections, ADeviationBetweenTwoIncidentsGoesWithTheFirst) {
    Play play;
    play.steps({"begin", "trouble", "calmed"});
    play.deviate({{"hall", "empty"}}, "al gebeurd");
    play.steps({"trouble"});
    const auto records = play.records();
    ASSERT_EQ(records.size(), 2U);
    ASSERT_EQ(records[0].deviations.size(), 1U);
    EXPECT_EQ(records[0].deviations[0].why, "al gebeurd");
    EXPECT_TRUE(records[1].deviations.empty());
}

TEST(Corrections, ADeviationThatWasTakenBackMeansNothing) {
    Play play;
    play.steps({"begin", "trouble"});
    play.deviate({{"law", "coming"}}, "nee toch niet");
    play.undo();
    const IncidentRecord record = play.record();
    EXPECT_TRUE(record.police.empty());
    EXPECT_TRUE(record.deviations.empty());
    ASSERT_EQ(record.taken_back.size(), 1U);
    EXPECT_EQ(record.taken_back[0].event, "");
}

TEST(Corrections, NotesGoWithTheIncidentThatWasOpenAndTheLastOneAfterTheMeeting) {
    Play play;
    play.note("voor de vergadering");
    play.steps({"begin", "trouble"});
    play.note("tijdens de eerste");
    play.step("calmed");
    play.note("tussendoor");
    play.step("trouble");
    play.note("tijdens de tweede");
    play.steps({"calmed", "finish"});
    play.note("achteraf");
    const auto records = play.records();
    ASSERT_EQ(records.size(), 2U);
    ASSERT_EQ(records[0].notes.size(), 1U);
    EXPECT_EQ(records[0].notes[0].text, "tijdens de eerste");
    ASSERT_EQ(records[1].notes.size(), 2U);
    EXPECT_EQ(records[1].notes[1].text, "achteraf");
    EXPECT_EQ(records[1].notes[1].by, "clerk");
}

TEST(Corrections, ANoteWrittenLaterGoesWithTheIncidentItIsAbout) {
    Play play;
    play.steps({"begin", "trouble", "warn", "calmed", "trouble", "calmed", "finish"});
    play.note("er werd gegooid", minute(3));
    const auto records = play.records();
    ASSERT_EQ(records.size(), 2U);
    ASSERT_EQ(records[0].notes.size(), 1U);
    EXPECT_EQ(records[0].notes[0].at, (Moment{9, minute(3), minute(8)}));
    ASSERT_EQ(records[0].late_additions.size(), 1U);
    EXPECT_EQ(records[0].late_additions[0].what, "note");
    EXPECT_TRUE(records[1].notes.empty());
}

}  // namespace
}  // namespace hamer::test
