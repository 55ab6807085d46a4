// The procedure as shipped: proved by the checker, and its contract of regions and events walked by hand.
#include "codec/procedure/slips.h"
#include "procedure/checker.h"
#include "procedure/machine.h"
#include "support/leiden.h"
#include "support/small.h"

#include <gtest/gtest.h>

namespace hamer {
namespace {

using test::leiden;

std::vector<std::string> host() { return {std::begin(known_placeholders), std::end(known_placeholders)}; }

Configuration walked(std::initializer_list<const char*> events) {
    Configuration situation = leiden()->initial();
    for (const char* event : events) {
        const auto number = leiden()->event(event);
        const auto result = number ? step(*leiden(), situation, *number) : std::nullopt;
        EXPECT_TRUE(result) << event;
        if (result) situation = result->after;
    }
    return situation;
}

std::string state(const Configuration& situation, const char* region) {
    for (std::size_t i = 0; i < leiden()->regions.size(); ++i) {
        if (leiden()->regions[i].id == region) return leiden()->active(situation, i).id;
    }
    return "?";
}

bool accepts(const Configuration& situation, const char* event) {
    return is_enabled(*leiden(), situation, *leiden()->event(event));
}

TEST(Leiden, EveryPropertyHoldsInEverySituation) {
    const CheckReport report = check(*leiden(), host(), slips_in(test::leiden_text(), "leiden").value());
    for (const Violation& violation : report.violations) {
        std::string path;
        for (const std::string& event : violation.path) path += " " + event;
        ADD_FAILURE() << violation.property << ": " << violation.problem << path;
    }
    // As many as a machine has that was written from the contract alone.
    EXPECT_EQ(report.situations, 23'678u);
    EXPECT_EQ(report.steps, 185'629u);
    EXPECT_TRUE(report.warnings.empty()) << report.warnings.front().place << ": " << report.warnings.front().problem;
}

TEST(Leiden, TheRegionsAndTheirStatesAreThoseOfTheContract) {
    std::vector<std::string> regions;
    for (const Region& region : leiden()->regions) {
        std::string line = region.id + ":";
        for (const State& each : region.states) line += " " + each.id;
        regions.push_back(line);
    }
    EXPECT_EQ(regions,
              (std::vector<std::string>{"meeting: preparing running suspended closed", "room: occupied cleared",
                                        "broadcast: none off live pausing paused resuming ended",
                                        "disturbance: none reported statement ordered request-1 refused-1 request-2 "
                                        "refused-2 request-3 trespass member member-ordered member-vote "
                                        "member-excluded ended",
                                        "security: standby called removed", "police: idle called present handed-over",
                                        "emergency: calm active over", "aftermath: pending decided"}));
}

TEST(Leiden, ScenarioBGoesFromTheFirstWordToTheHandOver) {
    const auto end = walked({"broadcast.start", "meeting.open", "disturbance.report", "meeting.suspend", "address.b",
                             "broadcast.paused", "request.speak", "request.refuse", "request.speak", "request.refuse",
                             "request.speak", "request.refuse", "police.call", "police.arrive", "police.handover"});
    EXPECT_EQ(state(end, "disturbance"), "trespass");
    EXPECT_EQ(state(end, "police"), "handed-over");
    EXPECT_EQ(state(end, "broadcast"), "paused");
}

TEST(Leiden, ScenarioALeavesTheBroadcastAndTheFirstRequestPausesIt) {
    const auto statement = walked({"broadcast.start", "meeting.open", "disturbance.report", "address.a"});
    EXPECT_EQ(state(statement, "broadcast"), "live");
    const auto asked = step(*leiden(), statement, *leiden()->event("request.speak"));
    ASSERT_TRUE(asked);
    EXPECT_EQ(state(asked->after, "broadcast"), "pausing");
    EXPECT_EQ(state(asked->after, "disturbance"), "request-1");
}

TEST(Leiden, ThePoliceAreCalledFromScenarioBOnAndInAnEmergency) {
    EXPECT_FALSE(accepts(walked({"meeting.open", "disturbance.report"}), "police.call"));
    EXPECT_FALSE(accepts(walked({"meeting.open", "disturbance.report", "address.a"}), "police.call"));
    EXPECT_FALSE(accepts(walked({"meeting.open", "member.report", "member.propose"}), "police.call"));
    EXPECT_TRUE(accepts(walked({"meeting.open", "disturbance.report", "address.b"}), "police.call"));
    EXPECT_TRUE(accepts(walked({"meeting.open", "member.report", "member.propose", "member.exclude"}), "police.call"));
    EXPECT_TRUE(accepts(walked({"emergency.declare"}), "police.call"));
}

TEST(Leiden, NobodyPutsPoliceOrSecurityAtRestButANewIncident) {
    const auto handed_over = walked({"meeting.open", "emergency.declare", "security.call", "security.remove",
                                     "police.call", "police.arrive", "police.handover", "emergency.over"});
    EXPECT_FALSE(accepts(handed_over, "police.rest"));
    EXPECT_FALSE(accepts(handed_over, "security.rest"));
    for (const char* event : {"disturbance.report", "member.report", "emergency.declare"}) {
        const auto next = step(*leiden(), handed_over, *leiden()->event(event));
        ASSERT_TRUE(next) << event;
        EXPECT_EQ(state(next->after, "police"), "idle") << event;
        EXPECT_EQ(state(next->after, "security"), "standby") << event;
    }
}

TEST(Leiden, AMemberIsVotedOnInARunningMeetingOnly) {
    EXPECT_FALSE(accepts(walked({"meeting.open", "member.report", "meeting.suspend"}), "member.propose"));
    EXPECT_FALSE(accepts(walked({"meeting.open", "member.report"}), "request.speak"));
    EXPECT_EQ(state(walked({"meeting.open", "member.report", "member.order", "member.propose", "member.keep"}),
                    "disturbance"),
              "ended");
}

TEST(Leiden, TheMeetingResumesOnlyWhenAllIsOver) {
    EXPECT_FALSE(accepts(walked({"meeting.open", "disturbance.report", "meeting.suspend"}), "meeting.resume"));
    EXPECT_FALSE(accepts(walked({"meeting.open", "meeting.suspend", "room.clear"}), "meeting.resume"));
    EXPECT_FALSE(accepts(walked({"meeting.open", "meeting.suspend", "emergency.declare"}), "meeting.resume"));
    EXPECT_TRUE(accepts(walked({"meeting.open", "disturbance.report", "meeting.suspend", "disturbance.end"}),
                        "meeting.resume"));
}

TEST(Leiden, ADisturberWhoComesBackIsANewDisturbance) {
    const auto again = walked(
        {"meeting.open", "disturbance.report", "address.b", "request.speak", "request.heed", "disturbance.report"});
    EXPECT_EQ(state(again, "disturbance"), "reported");
}

TEST(Leiden, ADisturbanceThatIsOpenAtTheCloseCanStillBeEnded) {
    const auto closed = walked({"meeting.open", "disturbance.report", "meeting.close"});
    EXPECT_TRUE(accepts(closed, "disturbance.end"));
    EXPECT_FALSE(accepts(closed, "charges.decide"));
    const auto ended = walked({"meeting.open", "disturbance.report", "meeting.close", "disturbance.end"});
    EXPECT_TRUE(accepts(ended, "charges.decide"));
    EXPECT_TRUE(accepts(ended, "disturbance.report"));
}

}  // namespace
}  // namespace hamer
