// Whole meetings, played with one finger: every step is one tap, and nothing is ever typed.
#include "scene.h"

#include <gtest/gtest.h>

namespace hamer::ui {
namespace {

const std::vector<Do> running{{"broadcast.start", {}}, {"meeting.open", {}}};

// Each tap records one thing, and takes no text.
void taps_record(Scene& scene, const std::vector<std::string_view>& keys) {
    for (const std::string_view key : keys) {
        const std::size_t before = scene.entries();
        ASSERT_TRUE(scene.tap(key)) << "nothing to tap: " << key << " on card " << scene.card();
        EXPECT_EQ(scene.entries(), before + 1) << key;
        EXPECT_FALSE(scene.driver.ui().editing()) << key;
    }
}

TEST(ScenarioB, GoesFromTheDisturbanceToTheHandOverInTwelveTaps) {
    Scene scene;
    scene.begin(running);
    taps_record(scene, {"disturbance.report", "meeting.suspend", "address.b", "alert.broadcast.do"});
    EXPECT_EQ(scene.state("broadcast"), "paused");
    for (int request = 1; request <= 3; ++request) {
        taps_record(scene, {"request.speak"});
        EXPECT_EQ(scene.label("requests"), "Verzoek " + std::to_string(request) + "/3, 0:00 min geleden");
        taps_record(scene, {"request.refuse"});
    }
    EXPECT_EQ(scene.card(), "trespass");
    taps_record(scene, {"police.call", "police.arrive", "police.handover"});
    EXPECT_EQ(scene.state("police"), "handed-over");
    EXPECT_LE(scene.taps(), 12 + 1) << "and one that confirms the pause of the broadcast";
}

TEST(ScenarioB, IsPlayedToTheEndAndTheMeetingIsPutAway) {
    Scene scene;
    scene.begin(running);
    taps_record(scene, {"disturbance.report", "meeting.suspend", "address.b", "alert.broadcast.do", "disturbance.end",
                        "meeting.resume", "broadcast.resume", "alert.broadcast.do"});
    EXPECT_EQ(scene.card(), "running");
    EXPECT_EQ(scene.state("broadcast"), "live");
    ASSERT_TRUE(scene.tap("more"));
    taps_record(scene, {"more.meeting.close"});
    EXPECT_EQ(scene.card(), "broadcast-end");
    taps_record(scene, {"broadcast.end"});
    EXPECT_EQ(scene.card(), "charges");
    taps_record(scene, {"charges.decide"});
    EXPECT_EQ(scene.field("decision"), "file");
    EXPECT_EQ(scene.card(), "handover");
    ASSERT_TRUE(scene.tap("put-away"));
    EXPECT_FALSE(scene.service->has_session());
    EXPECT_TRUE(scene.driver.shows("begin"));
}

TEST(ScenarioA, EndsWellWhenTheAgreementIsKept) {
    Scene scene;
    scene.begin(running);
    taps_record(scene, {"disturbance.report", "meeting.suspend", "address.a", "disturbance.end", "meeting.resume"});
    EXPECT_EQ(scene.state("disturbance"), "ended");
    EXPECT_EQ(scene.state("broadcast"), "live");
    EXPECT_EQ(scene.card(), "running");
    EXPECT_EQ(scene.driver.find("timer")->label, "verstoring: –");
}

TEST(ScenarioA, GoesOnToTheFirstRequestAndPausesTheBroadcast) {
    Scene scene;
    scene.begin(running);
    taps_record(scene, {"disturbance.report", "meeting.suspend", "address.a", "request.speak"});
    EXPECT_EQ(scene.state("disturbance"), "request-1");
    EXPECT_EQ(scene.state("broadcast"), "pausing");
    EXPECT_TRUE(scene.driver.shows("alert.broadcast.do"));
}

TEST(AnEmergency, IsOneTapAwayAndLeadsToTheEnd) {
    Scene scene;
    scene.begin(running);
    taps_record(scene, {"corner"});
    EXPECT_EQ(scene.event(), "emergency.declare");
    EXPECT_EQ(scene.card(), "emergency-call");
    taps_record(scene, {"police.call"});
    EXPECT_EQ(scene.field("number"), "112");
    taps_record(scene, {"force.protect"});
    EXPECT_EQ(scene.field("purpose"), "rescue");
    taps_record(scene, {"force.protect#2"});
    EXPECT_EQ(scene.field("purpose"), "protect");
    taps_record(scene, {"meeting.suspend", "room.clear", "police.arrive", "police.handover"});
    ASSERT_TRUE(scene.hold("emergency.over"));
    EXPECT_EQ(scene.state("room"), "cleared");
    EXPECT_EQ(scene.state("emergency"), "over");
}

TEST(TheCorner, CallsForHelpBeforeAndAfterTheMeetingToo) {
    Scene scene;
    for (const char* card : {"prepare", "done", "handover"}) {
        scene.begin(route_to(card));
        taps_record(scene, {"corner"});
        EXPECT_EQ(scene.card(), "emergency-call") << card;
        const auto corner = scene.driver.find("corner");
        ASSERT_TRUE(corner);
        EXPECT_FALSE(corner->enabled);
        EXPECT_EQ(corner->why, "Is al vastgelegd.");
    }
}

TEST(AMemberWhoDisturbs, IsLeftToTheCouncilAndGetsNoRequests) {
    Scene scene;
    scene.begin(running);
    taps_record(scene, {"member.report"});
    EXPECT_EQ(scene.card(), "member");
    EXPECT_FALSE(scene.driver.shows("request.speak"));
    EXPECT_FALSE(scene.driver.shows("address.b"));
    taps_record(scene, {"member.order", "member.propose", "member.exclude"});
    EXPECT_EQ(scene.card(), "member-excluded");
    taps_record(scene, {"disturbance.end"});
    EXPECT_EQ(scene.field("how"), "het uitgesloten lid is vertrokken");
}

// What one griffier found in one evening with three incidents.
TEST(AnEvening, GivesEachIncidentItsOwnDecision) {
    Scene scene;
    scene.begin(running);
    taps_record(scene, {"disturbance.report", "meeting.suspend", "address.b",      "alert.broadcast.do",
                        "request.speak",      "request.refuse",  "request.speak",  "request.refuse",
                        "request.speak",      "request.refuse",  "police.call",    "police.arrive",
                        "police.handover",    "disturbance.end", "meeting.resume", "corner",
                        "police.call",        "meeting.suspend", "police.arrive",  "police.handover"});
    ASSERT_TRUE(scene.hold("emergency.over"));
    taps_record(scene, {"meeting.resume", "disturbance.report", "meeting.suspend", "address.a", "disturbance.end",
                        "meeting.close", "broadcast.end"});
    for (const char* incident : {"1", "2", "3"}) {
        EXPECT_EQ(scene.card(), "charges");
        taps_record(scene, {"charges.decide#3"});
        EXPECT_EQ(scene.field("decision"), "none");
        EXPECT_EQ(scene.field("incident"), incident);
        EXPECT_EQ(scene.field("clerk_consulted"), "not-asked");
    }
    EXPECT_EQ(scene.card(), "handover");
}

TEST(AMeetingWithoutABroadcast, IsNeverAskedToStartOne) {
    Scene scene;
    Meeting quiet = test::meeting();
    quiet.broadcast = false;
    scene.app.reset();
    ASSERT_TRUE(scene.service->begin(quiet, Language::Dutch));
    scene.app.emplace(*scene.service);
    scene.driver.settle();
    EXPECT_FALSE(scene.driver.shows("broadcast.start"));
    taps_record(scene, {"meeting.open"});
    EXPECT_FALSE(scene.driver.shows("broadcast.start"));
    EXPECT_FALSE(scene.driver.shows("more.broadcast.start"));
}

}  // namespace
}  // namespace hamer::ui
