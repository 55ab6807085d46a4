// Each incident of a meeting is its own: its decision, its police, its words.
#include "platform/zone.h"
#include "record/duties.h"
#include "record/incidents.h"
#include "record/play.h"
#include "support/leiden.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace hamer::test {
namespace {

std::string decision_of(const IncidentRecord& record) { return record.charges ? record.charges->decision : "-"; }

// Scenario B up to the police; violence, by NOOD alone; and scenario A that ends by itself, while the police of the
// violence are still on their way.
TEST(OwnIncident, AnEveningOfThreeHasEachWithItsOwnDecisionTimesPoliceAndWords) {
    FakeClock clock;
    Session session = opened_session(clock);
    const std::vector<std::pair<std::string, Fields>> steps = {
        {"meeting.open", {}},
        {"broadcast.start", {}},
        {"disturbance.report", {{"what", "leuzen"}}},
        {"address.b", {}},
        {"broadcast.paused", {}},
        {"request.speak", {}},
        {"request.refuse", {}},
        {"request.speak", {}},
        {"request.refuse", {}},
        {"request.speak", {}},
        {"request.refuse", {}},
        {"police.call", {{"number", "112"}, {"by", "de griffier"}}},
        {"police.arrive", {}},
        {"police.handover", {}},
        {"disturbance.end", {{"how", "meegenomen"}}},
        {"broadcast.resume", {}},
        {"broadcast.resumed", {}},
        {"emergency.declare", {{"what", "een klap"}}},
        {"broadcast.paused", {}},
        {"police.call", {{"number", "112"}}},
        {"emergency.over", {}},
        {"broadcast.resume", {}},
        {"disturbance.report", {{"what", "een petitie"}}},
        {"address.a", {{"agreement", "twee minuten"}}},
        {"police.arrive", {}},
        {"disturbance.end", {{"how", "gaan zitten"}}},
        {"meeting.close", {}},
        {"charges.decide", {{"decision", "file"}}},
        {"charges.decide", {{"decision", "later"}, {"clerk_consulted", "yes"}}},
        {"charges.decide", {{"decision", "none"}, {"adviser_consulted", "no"}}}};
    for (const auto& [event, fields] : steps) EXPECT_EQ(run(session, clock, event, fields), "ok") << event;
    const auto records = incidents(session, municipality(), "session", "f00d");
    ASSERT_EQ(records.size(), 3U);
    const IncidentRecord& stern = records[0];
    const IncidentRecord& violence = records[1];
    const IncidentRecord& mild = records[2];

    EXPECT_EQ(decision_of(stern), "file");
    EXPECT_EQ(stern.charges->clerk_consulted, Consulted::NotAsked);
    EXPECT_EQ(decision_of(violence), "later");
    EXPECT_EQ(violence.charges->clerk_consulted, Consulted::Yes);
    EXPECT_EQ(decision_of(mild), "none");
    EXPECT_EQ(mild.charges->adviser_consulted, Consulted::No);

    ASSERT_EQ(stern.police.size(), 1U);
    EXPECT_EQ(stern.police[0].by, "de griffier");
    EXPECT_TRUE(stern.police[0].handed_over);
    EXPECT_LT(stern.police[0].handed_over->at.milliseconds, stern.ended->at.at.milliseconds);
    ASSERT_EQ(violence.police.size(), 1U);
    EXPECT_EQ(violence.police[0].by, "niet gevraagd");
    EXPECT_TRUE(violence.police[0].arrived) << "called for it, also where they came later";
    EXPECT_TRUE(mild.police.empty());

    EXPECT_EQ(stern.requests.size(), 3U);
    EXPECT_TRUE(violence.requests.empty() && mild.requests.empty());
    EXPECT_EQ(scenario(stern), Scenario::B);
    EXPECT_EQ(scenario(violence), Scenario::None);
    EXPECT_EQ(scenario(mild), Scenario::A);
    ASSERT_EQ(stern.broadcast_pauses.size(), 1U);
    ASSERT_EQ(violence.broadcast_pauses.size(), 1U);
    EXPECT_GT(violence.broadcast_pauses[0].asked->seq, stern.ended->at.seq);
    EXPECT_TRUE(mild.broadcast_pauses.empty()) << "the regie had been asked to go on";

    for (const SpokenRequest& one : stern.requests) EXPECT_TRUE(!one.said.empty() && one.proposed.empty());
    EXPECT_TRUE(stern.addressed.at(0).said.empty());
    EXPECT_FALSE(stern.addressed.at(0).proposed.empty());
    EXPECT_TRUE(stern.police[0].said.empty());
    EXPECT_FALSE(stern.police[0].proposed.empty());
    EXPECT_NE(violence.police[0].proposed, stern.police[0].proposed);
    EXPECT_FALSE(mild.addressed.at(0).proposed.empty());
}

TEST(OwnIncident, AnEmergencyInADisturbanceIsDecidedWithIt) {
    Play play;
    play.steps({"begin", "trouble", "alarm", "law", "safe", "calmed", "finish"});
    play.step("decide", {{"decision", "file"}});
    EXPECT_EQ(decision_of(play.record()), "file");
    EXPECT_EQ(play.record().police.size(), 1U);
}

TEST(OwnIncident, ADisturbanceInAnEmergencyHasItsOwnDecisionAndPolice) {
    Play play;
    play.steps({"begin", "alarm", "law", "trouble", "warn", "law-here", "safe", "calmed", "finish"});
    play.step("decide", {{"incident", "2"}, {"decision", "none"}});
    play.step("decide", {{"incident", "1"}, {"decision", "file"}});
    const auto records = play.records();
    ASSERT_EQ(records.size(), 2U);
    EXPECT_EQ(decision_of(records[0]), "file");
    EXPECT_EQ(decision_of(records[1]), "none");
    EXPECT_TRUE(records[0].police.at(0).arrived);
    EXPECT_TRUE(records[1].police.empty());
    EXPECT_EQ(records[1].emergencies.size(), 1U) << "it went on meanwhile";
}

TEST(OwnIncident, WhomThePoliceTookInItIsInItAlsoWhereTheyHadBeenCalledBefore) {
    Play play;
    play.steps({"begin", "alarm", "law", "guards", "safe", "trouble", "law-here", "law-took", "guards-out", "calmed",
                "trouble", "calmed"});
    const auto records = play.records();
    ASSERT_EQ(records.size(), 3U);
    for (const std::size_t each : {0U, 1U}) {
        EXPECT_TRUE(records[each].police.at(0).handed_over) << each;
        EXPECT_TRUE(records[each].security.at(0).removed) << each;
    }
    EXPECT_TRUE(records[2].police.empty() && records[2].security.empty());
}

TEST(OwnIncident, SecurityThatWasCalledAndNeverRemovedAnybodyStaysWithItsIncident) {
    Play play;
    play.steps({"begin", "trouble", "guards", "calmed", "trouble", "calmed"});
    const auto records = play.records();
    EXPECT_EQ(records.at(0).security.size(), 1U);
    EXPECT_TRUE(records.at(1).security.empty());
}

TEST(OwnIncident, ASuspensionAndAPauseGoWithWhatTheyOverlapAndNothingElse) {
    Play play;
    play.steps({"begin", "stream", "trouble", "warn", "stream-stopped", "halt", "calmed", "trouble", "go-on",
                "start-stream", "calmed", "trouble", "calmed"});
    const auto records = play.records();
    ASSERT_EQ(records.size(), 3U);
    EXPECT_EQ(records[1].suspensions, records[0].suspensions) << "still suspended";
    EXPECT_EQ(records[1].broadcast_pauses, records[0].broadcast_pauses);
    EXPECT_TRUE(records[2].suspensions.empty() && records[2].broadcast_pauses.empty());
}

TEST(OwnIncident, ASuspensionEndsWithTheMeeting) {
    Play play;
    play.steps({"begin", "trouble", "halt", "calmed", "finish", "trouble", "calmed"});
    EXPECT_EQ(play.records().at(0).suspensions.size(), 1U);
    EXPECT_TRUE(play.records().at(1).suspensions.empty());
}

TEST(OwnIncident, TwoEmergenciesAreTwo) {
    Play play;
    play.steps({"begin", "alarm", "law", "safe", "alarm", "hold", "safe", "finish"});
    play.step("decide", {{"decision", "none"}});
    play.step("decide", {{"decision", "file"}});
    const auto records = play.records();
    ASSERT_EQ(records.size(), 2U);
    EXPECT_EQ(decision_of(records[0]), "none");
    EXPECT_EQ(decision_of(records[1]), "file");
    EXPECT_EQ(records[0].police.size(), 1U);
    EXPECT_TRUE(records[1].police.empty());
    EXPECT_TRUE(records[0].emergencies.at(0).force.empty());
    EXPECT_EQ(records[1].emergencies.at(0).force.size(), 1U);
}

class Deciding : public ::testing::Test {
  protected:
    Play play;

    void SetUp() override { play.steps({"begin", "trouble", "calmed", "trouble", "calmed", "finish"}); }
    [[nodiscard]] std::string decisions() const {
        return decision_of(play.records().at(0)) + " " + decision_of(play.records().at(1));
    }
};

TEST_F(Deciding, ALaterDecisionOnTheSameIncidentReplacesItAndNoOther) {
    play.step("decide", {{"decision", "later"}});
    play.step("decide", {{"decision", "none"}});
    EXPECT_EQ(decisions(), "later none");
    play.step("decide", {{"incident", "1"}, {"decision", "file"}});
    EXPECT_EQ(decisions(), "file none");
}

TEST_F(Deciding, ADecisionThatWasTakenBackLeavesTheOneBefore) {
    play.step("decide", {{"incident", "2"}, {"decision", "none"}});
    play.step("decide", {{"incident", "2"}, {"decision", "file"}});
    play.undo("verkeerde knop");
    EXPECT_EQ(decisions(), "- none");
    EXPECT_TRUE(play.records()[0].taken_back.empty());
    ASSERT_EQ(play.records()[1].taken_back.size(), 1U);
}

TEST_F(Deciding, AnAmendmentMovesItToAnotherIncident) {
    const auto step = play.step("decide", {{"incident", "2"}, {"decision", "file"}});
    play.amend(step, {{"incident", "1"}});
    EXPECT_EQ(decisions(), "file -");
    EXPECT_EQ(play.records()[0].amendments.size(), 1U);
}

TEST_F(Deciding, ADeviationSaysThatItWasDecidedAndNotWhat) {
    play.deviate({{"later", "decided"}}, "al besloten");
    EXPECT_EQ(decisions(), "- -");
    EXPECT_EQ(play.records()[1].deviations.size(), 1U);
}

TEST_F(Deciding, AnEarlierProceduresDecisionGoesToTheLatestDisturbanceAndItsFlagsAreNotMadeMore) {
    play.steps({"alarm", "safe"});
    const auto records = records_with_old_decision(play, true, false);
    EXPECT_FALSE(records.at(0).charges || records.at(2).charges);
    EXPECT_EQ(decision_of(records.at(1)), "file");
    EXPECT_EQ(records[1].charges->clerk_consulted, Consulted::Yes);
    EXPECT_EQ(records[1].charges->adviser_consulted, Consulted::NotAsked) << "false was what nobody had touched";
}

TEST_F(Deciding, LaterIsADutyUntilTheJournalOrTheDossierHasTheDecision) {
    const auto owed = [](const IncidentRecord& record) {
        const auto all = duties(record, SystemZone());
        return std::ranges::count(all, DutyKind::ChargesDecision, &Duty::kind);
    };
    play.step("decide", {{"decision", "later"}});
    IncidentRecord record = play.records().at(0);
    EXPECT_EQ(owed(record), 1) << "also where the clerk added nothing yet";
    EXPECT_EQ(owed(play.records().at(1)), 0);
    record.dossier.emplace().charges = "file";
    EXPECT_EQ(owed(record), 0);
    EXPECT_EQ(charges_decision(record), "file");
    play.step("decide", {{"incident", "1"}, {"decision", "none"}});
    EXPECT_EQ(owed(play.records().at(0)), 0);
    record.charges = play.records().at(0).charges;
    EXPECT_EQ(charges_decision(record), "none") << "the chair's goes before";
}

TEST(MemberIncident, TellsWhatWasDoneAndWhatTheMeetingDecided) {
    Play play;
    play.step("begin");
    play.step("member", {{"what", "praat door een ander heen"}});
    play.steps({"tell", "propose"});
    play.step("bar", {{"until", "het einde van deze vergadering"}});
    play.step("calmed", {{"how", "het lid is vertrokken"}});
    const IncidentRecord record = play.record();
    EXPECT_EQ(record.kind, IncidentKind::Disturbance);
    EXPECT_EQ(record.who, "member");
    EXPECT_EQ(record.what, "praat door een ander heen");
    ASSERT_TRUE(record.member);
    ASSERT_EQ(record.member->ordered.size(), 1U);
    EXPECT_EQ(record.member->ordered[0].at.at, minute(3));
    EXPECT_EQ(record.member->proposal->at.at, minute(4));
    EXPECT_EQ(record.member->vote,
              (MemberVote{{6, minute(5), {}}, VoteOutcome::Excluded, "het einde van deze vergadering"}));
    EXPECT_EQ(record.ended->by, EndedBy::Report);
    EXPECT_EQ(record.ended->how, "het lid is vertrokken");
}

TEST(MemberIncident, EndsWhereTheProposalIsRejected) {
    Play play;
    play.steps({"begin", "member", "propose", "keep", "trouble", "warn", "ask", "yes"});
    const auto records = play.records();
    ASSERT_EQ(records.size(), 2U);
    EXPECT_EQ(records[0].ended->by, EndedBy::Kept);
    EXPECT_EQ(records[0].member->vote->outcome, VoteOutcome::Kept);
    EXPECT_TRUE(records[0].member->ordered.empty());
    EXPECT_FALSE(records[1].member);
    EXPECT_EQ(records[1].requests.size(), 1U);
}

TEST(MemberIncident, AFalseStartGoesWithTheIncidentThatFollows) {
    Play play;
    play.steps({"begin", "member"});
    play.undo("publiek, geen lid");
    play.step("trouble");
    ASSERT_EQ(play.record().taken_back.size(), 1U);
    EXPECT_FALSE(play.record().member);
}

}  // namespace
}  // namespace hamer::test
