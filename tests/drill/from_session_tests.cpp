// A drill made of a meeting that was held: what others did becomes its injects, what the chair did is expected.
#include "drill/from_session.h"
#include "support/leiden.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace hamer::test {
namespace {

DrillScenario made_of(const std::vector<std::string>& events) {
    FakeClock clock;
    Session session = opened_session(clock);
    for (const std::string& event : events) EXPECT_EQ(run(session, clock, event), "ok") << event;
    const auto made = scenario_from(session, "made");
    EXPECT_TRUE(made) << describe(made.error());
    return made.value_or(DrillScenario{});
}

std::vector<std::string> expected(const DrillScenario& scenario) {
    std::vector<std::string> events;
    for (const auto& one : scenario.expected) events.push_back(one.event);
    return events;
}

TEST(FromSession, AMeetingThatAMemberHinderedMakesADrill) {
    const DrillScenario made = made_of({"meeting.open", "member.report", "member.order", "member.propose",
                                        "member.exclude", "disturbance.end", "meeting.close"});
    EXPECT_EQ(made.start.size(), 1U);
    EXPECT_EQ(expected(made), (std::vector<std::string>{"member.report", "member.order", "member.propose",
                                                        "member.exclude", "disturbance.end"}));
    ASSERT_EQ(made.injects.size(), 3U) << "the member, the vote, and the end";
}

TEST(FromSession, AProposalThatIsRejectedEndsTheDrill) {
    const DrillScenario made =
        made_of({"meeting.open", "member.report", "member.propose", "member.keep", "meeting.close"});
    EXPECT_EQ(expected(made), (std::vector<std::string>{"member.report", "member.propose", "member.keep"}));
}

TEST(FromSession, AMeetingOfThePublicEndsWithItsFirstDisturbance) {
    const DrillScenario made = made_of(
        {"meeting.open", "disturbance.report", "address.b", "request.speak", "request.heed", "disturbance.report"});
    EXPECT_EQ(expected(made).back(), "request.heed");
}

}  // namespace
}  // namespace hamer::test
