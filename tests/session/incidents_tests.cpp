// Each incident of a meeting is its own: what stands of a former one never reaches into it.
#include "procedure/guide.h"
#include "procedure/machine.h"
#include "session/decide.h"
#include "session/words.h"
#include "support/leiden.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace hamer {
namespace {

using test::FakeClock;
using test::leiden;
using test::run;
using Kind = Incident::Kind;

class Meetings : public testing::Test {
  protected:
    FakeClock clock;
    Session session = test::opened_session(clock);

    void walk(std::initializer_list<const char*> events) {
        for (const char* event : events) ASSERT_EQ(run(session, clock, event, presets(event)), "ok") << event;
    }
    std::string state(const char* region) { return session.situation().at(region); }
    std::string said(const char* text) { return words({text, text}, session, test::municipality(), Language::Dutch); }
    std::string text_of(std::uint64_t seq, const char* field) {
        return std::get<std::string>(session.entry(seq)->as<StepRecorded>()->fields.at(field));
    }
    std::uint64_t last() { return session.entries().back().seq; }
    void undo() { ASSERT_EQ(run(session, {Undo{}, {}, "chair"}, clock), "ok"); }
    void deviate(const char* region, const char* to) {
        ASSERT_EQ(run(session, {Deviate{{{region, to}}, "anders gegaan"}, {}, "chair"}, clock), "ok");
    }
    // To the hand-over of those who refused three times.
    void walk_to_hand_over() {
        walk({"disturbance.report", "address.b", "request.speak", "request.refuse", "request.speak", "request.refuse",
              "security.call", "security.remove", "request.speak", "request.refuse", "police.call", "police.arrive",
              "police.handover"});
    }

  private:
    static Fields presets(const std::string& event) {
        if (event == "police.call") return {{"number", std::string("112")}};
        if (event == "charges.decide") return {{"decision", std::string("none")}};
        return {};
    }
};

TEST_F(Meetings, ASecondDisturbanceAfterAHandOverGoesAsTheFirst) {
    walk({"meeting.open"});
    walk_to_hand_over();
    EXPECT_EQ(session.card()->id, "handed-over");
    walk({"disturbance.end", "disturbance.report"});
    EXPECT_EQ(state("police"), "idle");
    EXPECT_EQ(state("security"), "standby");
    EXPECT_EQ(session.entries().back().as<StepRecorded>()->raised,
              (std::vector<std::string>{"security.rest", "police.rest"}));
    walk({"address.b", "request.speak", "request.refuse", "request.speak", "request.refuse", "request.speak",
          "request.refuse"});
    EXPECT_EQ(session.card()->id, "trespass");
    EXPECT_EQ(session.incidents().size(), 2u);
}

TEST_F(Meetings, PoliceWhoWereCalledOrAreThereStaySoInTheNextIncident) {
    walk({"meeting.open", "disturbance.report", "address.b", "security.call", "police.call", "disturbance.end",
          "member.report"});
    EXPECT_EQ(state("police"), "called");
    EXPECT_EQ(state("security"), "called");
    walk({"police.arrive", "disturbance.end", "emergency.declare"});
    EXPECT_EQ(state("police"), "present");
}

TEST_F(Meetings, ValuesOfAFormerIncidentAreNotThoseOfTheNext) {
    walk({"meeting.open"});
    ASSERT_EQ(run(session, clock, "disturbance.report",
                  {{"what", std::string("een spandoek")}, {"who", std::string("online")}}),
              "ok");
    EXPECT_EQ(said("{what} {who}"), "een spandoek iemand die online meedoet");
    walk({"address.b"});
    EXPECT_NE(words(session.card()->say, session, test::municipality(), Language::Dutch).find("digitale vergadering"),
              std::string::npos);
    walk({"disturbance.end"});
    EXPECT_EQ(said("{what} {how}"), "verstoring van de orde de verstoring is gestopt");  // the defaults again
    walk({"disturbance.report", "address.b"});
    EXPECT_EQ(said("{what} {who}"), "verstoring van de orde publiek");
    EXPECT_EQ(words(session.card()->say, session, test::municipality(), Language::Dutch).find("digitale"),
              std::string::npos);
}

TEST_F(Meetings, ASuspensionInCalmHasItsOwnReason) {
    walk({"meeting.open"});
    ASSERT_EQ(run(session, clock, "disturbance.report", {{"what", std::string("een spandoek")}}), "ok");
    walk({"meeting.suspend"});
    EXPECT_EQ(text_of(last(), "reason"), "een spandoek");
    walk({"disturbance.end", "meeting.resume", "meeting.suspend"});
    EXPECT_EQ(text_of(last(), "reason"), "een korte pauze");
    EXPECT_EQ(session.entries().back().as<StepRecorded>()->proposed,
              "Ik schors de vergadering. De reden is: een korte pauze.");
    walk({"meeting.resume"});
    ASSERT_EQ(run(session, clock, "emergency.declare", {{"what", std::string("brand of rook")}}), "ok");
    walk({"meeting.suspend"});
    EXPECT_EQ(text_of(last(), "reason"), "brand of rook");
}

TEST_F(Meetings, AnEmergencyDuringADisturbanceBelongsToIt) {
    walk({"meeting.open", "disturbance.report", "emergency.declare"});
    ASSERT_EQ(session.incidents().size(), 1u);
    walk({"emergency.over"});
    EXPECT_FALSE(session.incidents()[0].ended);
    walk({"disturbance.end"});
    EXPECT_EQ(session.incidents()[0].ended, last());
    EXPECT_EQ(session.incidents().size(), 1u);
}

TEST_F(Meetings, ADisturbanceDuringAnEmergencyIsNew) {
    walk({"meeting.open", "emergency.declare"});
    const std::uint64_t emergency = last();
    walk({"disturbance.report"});
    ASSERT_EQ(session.incidents().size(), 2u);
    EXPECT_EQ(session.incidents()[0].kind, Kind::Emergency);
    EXPECT_EQ(session.incidents()[1].kind, Kind::Disturbance);
    EXPECT_EQ(session.present_incident()->opened, last());
    walk({"disturbance.end"});
    EXPECT_EQ(session.present_incident()->opened, emergency);
    walk({"emergency.over"});
    EXPECT_EQ(session.present_incident(), nullptr);
}

TEST_F(Meetings, UndoTakesBackTheOpeningAndTheEndingOfAnIncident) {
    walk({"meeting.open", "member.report"});
    EXPECT_EQ(session.present_incident()->kind, Kind::Member);
    undo();
    EXPECT_TRUE(session.incidents().empty());
    ASSERT_EQ(run(session, clock, "disturbance.report", {{"what", std::string("een spandoek")}}), "ok");
    const std::uint64_t opened = last();
    walk({"disturbance.end"});
    EXPECT_EQ(session.present_incident(), nullptr);
    undo();
    EXPECT_EQ(session.present_incident()->opened, opened);
    EXPECT_EQ(said("{what}"), "een spandoek");
    undo();
    EXPECT_TRUE(session.incidents().empty());
    EXPECT_EQ(said("{what}"), "verstoring van de orde");
}

TEST_F(Meetings, ADeviationOpensAndEndsAnIncidentAsAStepDoes) {
    walk({"meeting.open"});
    deviate("disturbance", "refused-2");
    ASSERT_NE(session.present_incident(), nullptr);
    EXPECT_EQ(session.present_incident()->opened, last());
    EXPECT_EQ(session.present_incident()->kind, Kind::Disturbance);
    deviate("disturbance", "ended");
    EXPECT_EQ(session.present_incident(), nullptr);
    undo();
    EXPECT_NE(session.present_incident(), nullptr);
    undo();
    EXPECT_TRUE(session.incidents().empty());
    deviate("disturbance", "member-vote");
    EXPECT_EQ(session.present_incident()->kind, Kind::Member);
    deviate("disturbance", "none");
    deviate("disturbance", "member-excluded");
    EXPECT_EQ(session.present_incident()->kind, Kind::Member);
    deviate("disturbance", "none");
    deviate("emergency", "active");
    EXPECT_EQ(session.present_incident()->kind, Kind::Emergency);
}

TEST_F(Meetings, ChargesAreDecidedOfEachIncidentTheOldestFirst) {
    walk({"meeting.open", "disturbance.report"});
    const std::uint64_t first = last();
    walk({"disturbance.end", "member.report"});
    walk({"disturbance.end", "emergency.declare"});
    const std::uint64_t third = last();
    walk({"emergency.over", "meeting.close"});
    EXPECT_EQ(session.card()->id, "charges");
    EXPECT_EQ(session.undecided()->opened, first);
    const auto decide_about = [&](const char* incident) {
        return run(session, clock, "charges.decide",
                   {{"decision", std::string("file")}, {"incident", std::string(incident)}});
    };
    EXPECT_EQ(decide_about("0"), "bad-field");
    EXPECT_EQ(decide_about("4"), "bad-field");  // there were three
    EXPECT_EQ(decide_about("de eerste"), "bad-field");
    ASSERT_EQ(decide_about("2"), "ok");
    EXPECT_EQ(session.undecided()->opened, first);
    walk({"charges.decide"});
    EXPECT_EQ(text_of(last(), "incident"), "1");
    EXPECT_EQ(session.undecided()->opened, third);
    EXPECT_EQ(session.card()->id, "charges");
    walk({"charges.decide"});
    EXPECT_EQ(session.undecided(), nullptr);
    EXPECT_EQ(session.card()->id, "handover");
    undo();
    EXPECT_EQ(session.undecided()->opened, third);
    walk({"charges.decide", "charges.decide"});  // what was decided last is decided anew
    EXPECT_EQ(text_of(last(), "incident"), "3");
    EXPECT_EQ(text_of(last(), "clerk_consulted"), "not-asked");
}

TEST_F(Meetings, WhatWasRecordedAfterADisturbanceInAnEmergencyEndsWithTheEmergency) {
    walk({"meeting.open"});
    ASSERT_EQ(run(session, clock, "emergency.declare", {{"what", std::string("brand of rook")}}), "ok");
    walk({"disturbance.report", "disturbance.end", "meeting.suspend"});
    EXPECT_EQ(said("{reason}"), "brand of rook");
    walk({"emergency.over"});
    EXPECT_EQ(said("{reason}"), "een korte pauze");
}

TEST_F(Meetings, InternalEventsAreNoCommandsAndNeverEnabled) {
    walk({"meeting.open"});
    walk_to_hand_over();
    for (const char* event : {"police.rest", "security.rest"}) {
        EXPECT_EQ(run(session, clock, event), "unknown-event") << event;
        const auto enabled = enabled_events(session.procedure(), session.configuration());
        EXPECT_EQ(std::ranges::find(enabled, *leiden()->event(event)), enabled.end()) << event;
    }
}

}  // namespace
}  // namespace hamer
