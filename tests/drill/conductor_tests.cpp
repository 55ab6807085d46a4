#include "codec/drill/scenario_json.h"
#include "drill/conductor.h"
#include "drill/score.h"
#include "platform/text_file.h"
#include "support/leiden.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace hamer::test {
namespace {

using Kind = InjectState::Kind;

// Two injects: one on its own, and one a while after the report.
DrillScenario small_scenario() {
    DrillScenario made;
    made.id = "small";
    made.procedure = "leiden-2025";
    made.goals = {{"order", {"Orde", "Order"}}};
    made.injects = {{"noise", {}, 20'000, "", {"Lawaai", "Noise"}},
                    {"more", {DrillMoment::Kind::Step, "disturbance.report", 1}, 10'000, "", {"Meer", "More"}}};
    made.expected = {
        {"report", "disturbance.report", {}, {DrillMoment::Kind::Inject, "noise", 1}, 30'000, "order", "2", 4},
        {"stop", "address.b", {}, {DrillMoment::Kind::Inject, "more", 1}, 15'000, "", "6.1.2b", 3}};
    return made;
}

class Conducting : public ::testing::Test {
  protected:
    // A clock that the test moves; the drill begins at its first moment.
    Session session{leiden()};
    Instant began{1'773'342'000'000, 60};
    DrillScenario scenario = small_scenario();
    std::vector<TrainerAct> acts;

    void SetUp() override {
        record(0, SessionOpened{});
        step(-1000, "meeting.open", {{"meeting", "running"}});
    }
    void record(std::int64_t at_ms, EntryData data) {
        const Stamp stamp{{began.milliseconds + at_ms, 60}, "boot", 10'000 + at_ms};
        session.apply(Entry{session.next_seq(), stamp, std::nullopt, "chair", std::move(data)});
    }
    void step(std::int64_t at_ms, const std::string& event, std::map<std::string, std::string> to = {}) {
        record(at_ms, StepRecorded{event, {}, std::move(to), {}, "", ""});
    }
    InjectState inject(std::size_t number, std::int64_t now_ms) {
        return DrillTimes(scenario, session, began, acts, now_ms).injects()[number];
    }
    DrillScore score(std::int64_t now_ms) { return score_drill(scenario, session, began, acts, now_ms); }
};

TEST_F(Conducting, AnInjectComesAtItsTimeOrAfterItsStep) {
    EXPECT_EQ(inject(0, 19'999).kind, Kind::Due);
    EXPECT_EQ(inject(0, 20'000).kind, Kind::Fired);
    EXPECT_EQ(inject(1, 60'000).kind, Kind::Waiting);
    step(25'000, "disturbance.report");
    EXPECT_EQ(inject(1, 34'999).kind, Kind::Due);
    EXPECT_EQ(inject(1, 34'999).at_ms, 35'000);
    EXPECT_EQ(next_inject_ms(DrillTimes(scenario, session, began, acts, 30'000)), 35'000);
    EXPECT_EQ(inject(1, 35'000).kind, Kind::Fired);
    EXPECT_EQ(next_inject_ms(DrillTimes(scenario, session, began, acts, 35'000)), std::nullopt);
}

TEST_F(Conducting, TheTrainerFiresPutsOffAndSkipsWhatHasNotComeYet) {
    acts = {{.kind = TrainerAct::Kind::Delay, .at_ms = 5'000, .id = "noise", .delay_ms = 10'000}};
    EXPECT_EQ(inject(0, 29'999).kind, Kind::Due);
    EXPECT_EQ(inject(0, 30'000).at_ms, 30'000);
    acts.push_back({.kind = TrainerAct::Kind::Skip, .at_ms = 40'000, .id = "noise"});
    EXPECT_EQ(inject(0, 50'000).kind, Kind::Fired) << "it was too late to skip it";
    acts = {{.kind = TrainerAct::Kind::Skip, .at_ms = 1'000, .id = "noise"},
            {.kind = TrainerAct::Kind::Fire, .at_ms = 2'000, .id = "noise"}};
    EXPECT_EQ(inject(0, 60'000).kind, Kind::Skipped);
    acts = {{.kind = TrainerAct::Kind::Fire, .at_ms = 2'000, .id = "more"}};
    EXPECT_EQ(inject(1, 3'000).at_ms, 2'000) << "also before its step";
}

TEST_F(Conducting, EachVerdictHasItsPoints) {
    EXPECT_EQ(score(10'000).expected[0].verdict, Verdict::NotAsked);
    EXPECT_EQ(score(10'000).of, 0);
    EXPECT_EQ(score(60'000).expected[0].verdict, Verdict::Skipped);
    step(50'000, "disturbance.report");
    EXPECT_EQ(score(50'000).expected[0].verdict, Verdict::Met) << "thirty seconds, to the last";
    EXPECT_EQ(score(50'000).points, 4);
    record(50'500, StepTakenBack{session.entries().back().seq, ""});
    step(50'001, "disturbance.report");
    EXPECT_EQ(score(60'000).expected[0].verdict, Verdict::Late);
    EXPECT_EQ(score(60'000).points, 2);
    step(55'000, "address.b");
    const DrillScore early = score(60'001);
    EXPECT_EQ(early.expected[1].verdict, Verdict::OutOfOrder);
    EXPECT_EQ(early.expected[1].points, 1) << "half, rounded down";
    EXPECT_EQ(early.goals[0].points, 2);
    EXPECT_EQ(early.goals[0].of, 4);
}

TEST_F(Conducting, AMistakeIsTakenOffEachTimeAndNeverBelowNothing) {
    scenario.mistakes = {{"clear",
                          "room.clear",
                          {},
                          {},
                          DrillMoment{DrillMoment::Kind::Step, "address.b", 1},
                          {"Niet nodig", "Not needed"},
                          "6.1.1",
                          3}};
    step(25'000, "disturbance.report");
    step(26'000, "room.clear");
    EXPECT_EQ(score(30'000).points, 1);
    step(27'000, "room.clear");
    EXPECT_EQ(score(30'000).points, 0);
    EXPECT_EQ(score(30'000).mistakes[0].at_ms.size(), 2U);
    step(36'000, "address.b");
    step(37'000, "room.clear");
    EXPECT_EQ(score(40'000).mistakes[0].at_ms.size(), 2U) << "from then on it is none";
}

TEST(ScenarioFile, ReadsBackAsItWasWritten) {
    for (const char* name : {"statement", "sit-in", "shouting", "comes-back", "violence", "member"}) {
        const std::string file = source_path(std::string("scenarios/") + name + ".json");
        const auto shipped = read_scenario(read_text_file(file).value(), file);
        ASSERT_TRUE(shipped) << describe(shipped.error());
        const std::string written = write_scenario(*shipped);
        const auto again = read_scenario(written, name);
        ASSERT_TRUE(again) << describe(again.error());
        EXPECT_EQ(write_scenario(*again), written);
        EXPECT_TRUE(check_scenario(*again, *leiden()).empty());
        EXPECT_EQ(again->mistakes.size(), shipped->mistakes.size());
        EXPECT_EQ(again->injects[1].after, shipped->injects[1].after);
    }
}

TEST_F(Conducting, WhatDoesNotFitTheProcedureIsNamed) {
    EXPECT_TRUE(check_scenario(scenario, *leiden()).empty());
    scenario.expected[0].event = "none";
    scenario.injects[0].after = {DrillMoment::Kind::Inject, "more", 1};
    const auto problems = check_scenario(scenario, *leiden());
    ASSERT_EQ(problems.size(), 2U);
    EXPECT_EQ(problems[0].place, "/injects/0/after/inject");
    EXPECT_EQ(problems[1].place, "/expected/0/event");
}

TEST_F(Conducting, AStepBeforeTheDrillHasItsPlaceInTheProcedure) {
    scenario.start = {Do{"meeting.open", {}}, Do{"meeting.resume", {}}};
    const auto problems = check_scenario(scenario, *leiden());
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].place, "/start/1");
}

TEST_F(Conducting, ANameThatStandsTwiceIsNamedInEachList) {
    scenario.goals.push_back(scenario.goals.front());
    scenario.roles = {{"same", {}, {}}, {"same", {}, {}}};
    scenario.injects.push_back(scenario.injects.front());
    scenario.expected.push_back(scenario.expected.front());
    const Expectation& one = scenario.expected.front();
    Mistake mistake;
    mistake.id = "same";
    mistake.event = one.event;
    mistake.source = one.source;
    scenario.mistakes = {mistake, mistake};
    std::vector<std::string> places;
    for (const ScenarioProblem& problem : check_scenario(scenario, *leiden())) places.push_back(problem.place);
    const auto last = [](const char* list, const auto& all) { return fmt::format("/{}/{}/id", list, all.size() - 1); };
    EXPECT_EQ(places, (std::vector<std::string>{last("goals", scenario.goals), last("roles", scenario.roles),
                                                last("injects", scenario.injects), last("expected", scenario.expected),
                                                last("mistakes", scenario.mistakes)}));
}

}  // namespace
}  // namespace hamer::test
