// Drills on a disk that is full, fails or is slow: nothing that the trainer did is lost, doubled or told otherwise than
// it is, and the drill goes on until its end stands on the disk.
#include "service/practice/practice_service.h"
#include "service/store/drill_folder.h"
#include "trainer_scene.h"

#include <gtest/gtest.h>
#include <string>

namespace hamer::ui {
namespace {

bool holds(const std::string& all, const std::string& part) { return all.find(part) != std::string::npos; }

// The end of the drill is held, and of the calls to the disk that it makes that one fails.
void end_where_fails(DrillScene& scene, std::size_t call) {
    scene.driver.pass(600);
    ASSERT_TRUE(scene.driver.press("practice.end"));
    scene.worker->await();
    scene.files.fail_at_call(call, Mishap::InputOutputError);
    scene.driver.pass(900);
    scene.driver.release();
    scene.settle();
}

class DrillDisk : public testing::Test {
  protected:
    DrillScene scene;
};

TEST_F(DrillDisk, AfterAnEndOnAFullDiskTheDrillsClockGoesOn) {
    scene.begin(led);
    ASSERT_TRUE(scene.tap("practice.do"));
    scene.pass(2);
    scene.files.fill("data");
    ASSERT_TRUE(scene.hold("practice.end"));
    ASSERT_TRUE(scene.app->practice());
    scene.files.free_space();
    ASSERT_TRUE(scene.tap("inject.agree.skip"));
    EXPECT_FALSE(scene.app->practice()->observed().drill.result) << "it was not ended";
    const auto before_ms = scene.app->practice()->observed().now_ms;
    scene.pass(30);
    EXPECT_EQ(scene.app->practice()->observed().now_ms - before_ms, 30'000);
}

TEST_F(DrillDisk, AnEndThatTheTrainerAskedForIsNotTriedWithEachFrame) {
    scene.begin(led);
    TrainerScene trainer(scene);
    ASSERT_TRUE(trainer.hold("practice.end"));
    trainer.worker.await();
    scene.files.fill("data");
    scene.driver.settle();
    scene.worker->await();
    scene.driver.settle();
    const auto tried = scene.files.changing_calls();
    for (int round = 0; round < 5; ++round) {
        scene.driver.settle();
        scene.worker->await();
    }
    EXPECT_EQ(scene.files.changing_calls(), tried);
    ASSERT_TRUE(scene.driver.stage().wake());
    EXPECT_GT(*scene.driver.stage().wake(), scene.driver.now()) << "it is tried again later";
    scene.files.free_space();
    scene.pass(2);
    EXPECT_TRUE(scene.driver.shows("debrief.score"));
}

// Whichever call to the disk fails.
TEST_F(DrillDisk, WhatIsToldAsNotAddedToADebriefIsNotThere) {
    for (std::size_t call = 1; call < 60; ++call) {
        DrillScene each;
        each.begin(led);
        ASSERT_TRUE(each.tap("practice.do"));
        ASSERT_TRUE(each.hold("practice.end"));
        const std::string session = each.held().front().session;
        each.worker->await();
        const auto service = practice_on(each.files, each.clock)();
        each.files.fail_at_call(call, Mishap::InputOutputError);
        const TrainerAct act{.kind = TrainerAct::Kind::Agree, .text = "Oefenen"};
        const auto from = each.files.calls();
        const auto read = service->open_debrief(session, {act}, Language::Dutch);
        const auto used = each.files.calls() - from;
        const bool failed_sync = read && read->problem && holds(describe(*read->problem), "made durable");
        const bool there = holds(each.files.get("data/drills/" + session + "/trainer.jsonl"), "Oefenen");
        if ((!read || !read->unadded.empty()) && there && !failed_sync)
            ADD_FAILURE() << "call " << call << ": " << describe(read ? *read->problem : read.error());
        each.files.power_cut(Survives::Everything);
        if (used < call) break;
    }
}

TEST_F(DrillDisk, TheLastRatingCounts) {
    scene.begin();
    ASSERT_NO_FATAL_FAILURE(scene.to_debrief());
    SilentDisk silence(*scene.worker);
    ASSERT_TRUE(scene.click("rate.calm.3") && scene.click("rate.calm.4") && scene.click("rate.calm.3") &&
                scene.click("rate.calm.3"));
    silence.end();
    scene.settle();
    const auto acts = read_trainer_acts(scene.files, scene.held_folder()).value();
    ASSERT_EQ(acts.size(), 3U);
    EXPECT_EQ(acts.back().rating, 4) << "the fourth of five";
}

TEST_F(DrillDisk, WhatIsTypedAtTheEndIsNeverLost) {
    for (std::size_t call = 1; call < 40; ++call) {
        DrillScene each;
        each.begin(led);
        ASSERT_TRUE(each.tap("practice.do"));
        ASSERT_TRUE(each.type("observe.text", "Zij stond op"));
        const auto folder = each.folder();
        ASSERT_NO_FATAL_FAILURE(end_where_fails(each, call));
        const bool stored = holds(each.files.get(folder / "trainer.jsonl"), "Zij stond op");
        EXPECT_TRUE(stored || each.driver.shows("observe.add") || !each.driver.shows("debrief.score"))
            << "call " << call << ": " << each.label("problem");
        each.files.power_cut(Survives::Everything);
    }
}

TEST_F(DrillDisk, WhatIsTypedWhileTheDebriefIsLeftIsNotLost) {
    scene.begin();
    ASSERT_NO_FATAL_FAILURE(scene.to_debrief());
    ASSERT_TRUE(scene.type("agree.text", "Oefenen"));
    SilentDisk silence(*scene.worker);
    ASSERT_TRUE(scene.click("back"));
    ASSERT_TRUE(scene.click("agree.text"));
    scene.driver.type("Nog iets");
    scene.driver.settle();
    silence.end();
    scene.settle();
    EXPECT_TRUE(holds(scene.files.get(scene.held_folder() / "trainer.jsonl"), "Nog iets"));
    EXPECT_FALSE(scene.driver.shows("debrief.score"));
}

TEST_F(DrillDisk, WhatIsNotedAsTheDebriefIsLeftIsNotLost) {
    scene.begin();
    ASSERT_NO_FATAL_FAILURE(scene.to_debrief());
    ASSERT_TRUE(scene.type("agree.text", "Oefenen"));
    scene.files.fill("data");
    SilentDisk silence(*scene.worker);
    ASSERT_TRUE(scene.click("agree.add") && scene.click("back"));
    silence.end();
    scene.settle();
    EXPECT_TRUE(scene.driver.shows("agree.add")) << "it stands in its field again";
    EXPECT_TRUE(scene.driver.shows("problem"));
    scene.files.free_space();
}

// Whichever call fails: one that was told as failed may have come to the disk.
TEST_F(DrillDisk, AnEndThatCameThroughIsAnEnd) {
    int through = 0;
    for (std::size_t call = 1; call < 40; ++call) {
        DrillScene each;
        each.begin(led);
        ASSERT_TRUE(each.tap("practice.do"));
        each.pass(2);
        ASSERT_NO_FATAL_FAILURE(end_where_fails(each, call));
        each.files.power_cut(Survives::Everything);
        if (each.app->practice() && !each.held().empty()) {
            ++through;
            each.pass(2);
            EXPECT_TRUE(each.driver.shows("debrief.score")) << "call " << call;
            EXPECT_EQ(each.label("problem"), "");
        }
    }
    EXPECT_GT(through, 0);
}

// A drill that was over, and went on in another window until that knew.
TEST_F(DrillDisk, StepsAfterTheEndAreNotScored) {
    scene.begin();
    scene.pass(25);
    ASSERT_TRUE(scene.tap("disturbance.report"));
    scene.pass(60);
    const auto folder = scene.folder();
    ASSERT_NO_FATAL_FAILURE(scene.to_debrief());
    std::string drill = scene.files.get(folder / "drill.json");
    const auto lasted = drill.find("\"lasted\": ");
    drill.replace(lasted, drill.find(',', lasted) - lasted, "\"lasted\": 10000");
    const auto points = drill.find("\"points\"");
    drill.replace(points, drill.find('}', points) - points, "\"points\": 0,\n  \"of\": 0\n");
    scene.files.put(folder / "drill.json", drill);
    ASSERT_TRUE(scene.tap("back") && scene.tap("list.1") && scene.tap("held.0"));
    EXPECT_TRUE(scene.driver.shows("debrief.score")) << drill;
    EXPECT_EQ(scene.label("problem"), "");
}

TEST_F(DrillDisk, WhyAnActWasNotStoredIsStillToldAfterTheChairsNextStep) {
    scene.begin(led);
    scene.pass(22);
    TrainerScene trainer(scene);
    scene.files.fail_at_call(1, Mishap::FullDisk);
    ASSERT_TRUE(trainer.tap("inject.agree.skip"));
    ASSERT_TRUE(trainer.driver.shows("problem"));
    scene.files.free_space();
    ASSERT_TRUE(scene.tap("disturbance.report"));
    trainer.settle();
    EXPECT_TRUE(trainer.driver.shows("problem"));
    ASSERT_TRUE(trainer.tap("inject.agree.skip"));
    EXPECT_FALSE(trainer.driver.shows("problem")) << "until one went well";
}

TEST_F(DrillDisk, WhatWasTypedOfOneDrillIsNotNotedInAnother) {
    scene.begin(led);
    TrainerScene trainer(scene);
    scene.restart();
    scene.pass(2);
    scene.begin(led, "violence");
    trainer.settle();
    ASSERT_TRUE(trainer.tap("observe.text"));
    trainer.driver.type("van de eerste");
    trainer.settle();
    ASSERT_TRUE(trainer.driver.shows("newer.do"));
    scene.files.fill("data");
    ASSERT_TRUE(trainer.tap("newer.do"));
    EXPECT_TRUE(trainer.driver.shows("problem"));
    EXPECT_TRUE(trainer.driver.shows("newer.do")) << "still with the first one";
    EXPECT_TRUE(trainer.driver.shows("observe.add"));
    scene.files.free_space();
    trainer.pass(2'000);
    ASSERT_TRUE(trainer.tap("newer.do"));
    EXPECT_FALSE(trainer.driver.shows("newer.do"));
    EXPECT_FALSE(holds(scene.files.get(scene.folder() / "trainer.jsonl"), "van de eerste"));
    const auto drills = scene.files.list("data/drills").value();
    EXPECT_TRUE(holds(scene.files.get("data/drills/" + drills.front() + "/trainer.jsonl"), "van de eerste"));
}

TEST_F(DrillDisk, ADebriefThatCannotBeReadIsAskedForAgainByItself) {
    scene.begin(led);
    TrainerScene trainer(scene);
    const auto procedure = scene.folder() / "procedure.json";
    const std::string kept = scene.files.get(procedure);
    ASSERT_TRUE(scene.tap("practice.do"));
    ASSERT_TRUE(scene.hold("practice.end"));
    scene.files.put(procedure, "{");
    trainer.settle();
    EXPECT_TRUE(trainer.driver.shows("problem"));
    ASSERT_TRUE(trainer.driver.stage().wake()) << "or it never comes";
    scene.files.put(procedure, kept);
    trainer.pass(2'000);
    trainer.settle();
    EXPECT_TRUE(trainer.driver.shows("debrief.score"));
}

}  // namespace
}  // namespace hamer::ui
