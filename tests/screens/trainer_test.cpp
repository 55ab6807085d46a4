// The trainer's hand in a drill: beside the chair's card, and in a window of its own.
#include "pictures/approved.h"
#include "support/driver/audit.h"
#include "trainer_scene.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace hamer::ui {
namespace {

TEST(Trainer, FiresPutsOffAndSkipsWhatComes) {
    DrillScene scene;
    scene.begin(led);
    ASSERT_TRUE(scene.tap("practice.do"));
    EXPECT_NE(scene.label("inject.sit").find("over 0:2"), std::string::npos) << scene.label("inject.sit");
    EXPECT_FALSE(scene.driver.shows("practice.do")) << "the way here, which the panel needs the room of";
    EXPECT_FALSE(scene.driver.shows("postponed.sit"));
    ASSERT_TRUE(scene.tap("inject.sit.later"));
    EXPECT_EQ(scene.label("postponed.sit"), "Uitgesteld: 30 s later");
    EXPECT_NE(scene.label("inject.sit").find("over 0:5"), std::string::npos) << scene.label("inject.sit");
    scene.pass(30);
    EXPECT_FALSE(scene.driver.reads("OEFENING: Acht mensen")) << "put off by thirty seconds";
    ASSERT_TRUE(scene.tap("inject.sit.now"));
    EXPECT_TRUE(scene.driver.reads("OEFENING: Acht mensen"));
    EXPECT_FALSE(scene.driver.shows("inject.sit.now")) << "it came";
    ASSERT_TRUE(scene.tap("inject.agree.skip"));
    EXPECT_NE(scene.label("inject.agree").find("overgeslagen"), std::string::npos);
    ASSERT_TRUE(scene.tap("trainer.back"));
    EXPECT_TRUE(scene.driver.shows("inject.agree.now")) << "taken back";
    const std::string acts = scene.files.get(scene.folder() / "trainer.jsonl");
    EXPECT_EQ(std::ranges::count(acts, '\n'), 4) << acts;
}

TEST(Trainer, SeesByHowMuchSomethingIsPutOffAlsoWhereItWaitsForAStep) {
    DrillScene scene;
    scene.begin(led);
    ASSERT_TRUE(scene.tap("practice.do"));
    ASSERT_TRUE(scene.driver.reveal("inject.regie-fails.later"));
    EXPECT_EQ(scene.label("inject.regie-fails").substr(0, 8), "0:15 na:") << scene.label("inject.regie-fails");
    for (int twice = 0; twice < 2; ++twice) ASSERT_TRUE(scene.tap("inject.regie-fails.later"));
    EXPECT_EQ(scene.label("inject.regie-fails").substr(0, 8), "1:15 na:") << scene.label("inject.regie-fails");
    EXPECT_EQ(scene.label("postponed.regie-fails"), "Uitgesteld: 60 s later");
    ASSERT_TRUE(scene.tap("trainer.back"));
    EXPECT_EQ(scene.label("postponed.regie-fails"), "Uitgesteld: 30 s later");
}

TEST(Trainer, SeesWhatIsExpectedAndWhatWasDone) {
    DrillScene scene;
    scene.begin(led);
    ASSERT_TRUE(scene.tap("practice.do"));
    scene.pass(22);
    EXPECT_NE(scene.label("expected.0").find("Verstoring: nog"), std::string::npos) << scene.label("expected.0");
    scene.pass(40);
    EXPECT_NE(scene.label("expected.0").find("te laat"), std::string::npos) << scene.label("expected.0");
    ASSERT_TRUE(scene.tap("disturbance.report"));
    EXPECT_TRUE(scene.driver.reads("Verstoring: te laat")) << scene.label("expected.0");
}

TEST(Trainer, ItsPanelCountsTheSecondsAndOnlyThen) {
    DrillScene scene;
    scene.begin(led);
    scene.settle();
    const auto quiet = scene.driver.stage().ui().wake();
    ASSERT_TRUE(scene.tap("practice.do"));
    const auto ticking = scene.driver.stage().ui().wake();
    ASSERT_TRUE(ticking);
    EXPECT_LE(*ticking - scene.driver.now(), 1001);
    EXPECT_TRUE(!quiet || *quiet > *ticking);
}

TEST(TrainerWindow, WaitsShowsTheDrillHasAHandInItAndEndsInTheDebrief) {
    DrillScene chair;
    TrainerScene trainer(chair);
    EXPECT_TRUE(trainer.driver.shows("waiting"));
    chair.begin(led);
    trainer.settle();
    EXPECT_TRUE(trainer.driver.reads("Een sit-in die niet stopt"));
    EXPECT_TRUE(trainer.driver.reads("OEFENING"));
    chair.pass(1);
    ASSERT_TRUE(trainer.tap("inject.sit.now"));
    chair.settle();
    EXPECT_TRUE(chair.driver.reads("OEFENING: Acht mensen")) << "the chair's window reads what the trainer did";
    ASSERT_TRUE(chair.tap("disturbance.report"));
    trainer.settle();
    EXPECT_TRUE(trainer.driver.reads("Verstoring: op tijd"));
    ASSERT_TRUE(trainer.tap("observe.text"));
    trainer.driver.type("kalm");
    ASSERT_TRUE(trainer.tap("observe.add"));
    ASSERT_TRUE(chair.tap("practice.do"));
    EXPECT_TRUE(chair.driver.reads("kalm"));
    ASSERT_TRUE(chair.hold("practice.end"));
    trainer.settle();
    EXPECT_TRUE(trainer.driver.shows("debrief.score"));
    ASSERT_TRUE(trainer.tap("rate.calm.4"));
    EXPECT_NE(chair.files.get(chair.held_folder() / "trainer.jsonl").find("\"rate\":\"calm\""), std::string::npos);
}

TEST(TrainerWindow, SaysWhenTheDiskDoesNotTakeItAndKeepsTheRest) {
    DrillScene chair;
    chair.begin(led);
    TrainerScene trainer(chair);
    trainer.settle();
    ASSERT_TRUE(trainer.driver.shows("inject.sit.now"));
    chair.files.fail_at_call(1, Mishap::FullDisk);
    ASSERT_TRUE(trainer.tap("inject.sit.now"));
    trainer.settle();
    EXPECT_TRUE(trainer.driver.shows("inject.sit.now")) << "not fired, as it is not on disk";
    EXPECT_NE(trainer.label("problem"), "") << "and that is said";
    chair.files.free_space();
    ASSERT_TRUE(trainer.tap("inject.sit.now"));
    EXPECT_FALSE(trainer.driver.shows("inject.sit.now"));
}

TEST(TrainerWindow, EndsTheDrillWhenItsButtonIsHeld) {
    DrillScene chair;
    chair.begin(led);
    chair.pass(22);
    ASSERT_TRUE(chair.tap("disturbance.report"));
    TrainerScene trainer(chair);
    ASSERT_TRUE(trainer.tap("observe.text"));
    trainer.driver.type("kalm");
    ASSERT_TRUE(trainer.tap("practice.end"));
    chair.settle();
    EXPECT_FALSE(chair.driver.shows("debrief.score")) << "a tap is not enough";
    ASSERT_TRUE(trainer.hold("practice.end"));
    EXPECT_TRUE(trainer.driver.shows("ending"));
    EXPECT_FALSE(trainer.driver.shows("practice.end")) << "once";
    EXPECT_TRUE(chair.held().empty()) << "the chair's window alone says how it went";
    chair.settle();
    EXPECT_TRUE(chair.driver.shows("debrief.score"));
    EXPECT_TRUE(chair.driver.reads("kalm")) << "what was typed is noted";
    ASSERT_EQ(chair.held().size(), 1U);
    EXPECT_EQ(chair.held().front().result->points, 2);
    trainer.settle();
    EXPECT_EQ(trainer.label("ended"), "Deze oefening is afgelopen.");
    ASSERT_TRUE(trainer.tap("trainer.back")) << "the remark, not the end";
    EXPECT_FALSE(trainer.driver.reads("kalm"));
    ASSERT_TRUE(trainer.tap("back"));
    EXPECT_TRUE(trainer.driver.shows("waiting"));
}

TEST(TrainerWindow, AnEndThatTheChairsWindowDidNotReadComesWhenItIsOpenedAgain) {
    DrillScene chair;
    chair.begin(led);
    TrainerScene trainer(chair);
    ASSERT_TRUE(trainer.hold("practice.end"));
    chair.restart();
    ASSERT_TRUE(chair.tap("list.1"));
    ASSERT_TRUE(chair.tap("held.0"));
    chair.settle();
    EXPECT_TRUE(chair.driver.shows("debrief.score"));
}

TEST(TrainerWindow, StaysWithTheDrillThatEndedAndOffersTheNextOne) {
    DrillScene chair;
    chair.begin(led);
    TrainerScene trainer(chair);
    trainer.settle();
    ASSERT_TRUE(chair.tap("practice.do"));
    ASSERT_TRUE(chair.hold("practice.end"));
    trainer.settle();
    ASSERT_TRUE(trainer.driver.shows("debrief.score"));
    EXPECT_FALSE(trainer.driver.shows("ended.do")) << "there is no other yet";
    ASSERT_TRUE(trainer.tap("agree.text"));
    trainer.driver.type("Oefenen");
    const std::string first = chair.files.list("data/drills").value().front();
    ASSERT_TRUE(chair.tap("back"));
    chair.pass(2);
    chair.begin(led, "violence");
    trainer.settle();
    EXPECT_TRUE(trainer.driver.shows("debrief.score")) << "it does not jump";
    EXPECT_TRUE(trainer.driver.reads("De volgende is begonnen: Fysiek geweld"));
    ASSERT_TRUE(trainer.tap("ended.do"));
    EXPECT_TRUE(trainer.driver.reads("Fysiek geweld"));
    EXPECT_FALSE(trainer.driver.shows("debrief.score"));
    EXPECT_NE(chair.files.get("data/drills/" + first + "/trainer.jsonl").find("Oefenen"), std::string::npos);
}

TEST(TrainerWindow, SaysWhenTheChairBeganAnotherDrillInsteadOfThisOne) {
    DrillScene chair;
    chair.begin(led);
    TrainerScene trainer(chair);
    trainer.settle();
    chair.restart();
    chair.pass(2);
    chair.begin(led, "violence");
    trainer.settle();
    EXPECT_TRUE(trainer.driver.shows("inject.sit.now")) << "it stays with the one that it shows";
    EXPECT_TRUE(trainer.driver.reads("een andere oefening begonnen: Fysiek geweld"));
    ASSERT_TRUE(trainer.tap("newer.do"));
    EXPECT_FALSE(trainer.driver.shows("inject.sit.now"));
    EXPECT_FALSE(trainer.driver.shows("newer"));
}

class TrainerPictures : public test::ApprovedPictures {
  protected:
    void all(const std::string& folder, Display display, Look look, Language language) {
        DrillScene chair(display, look, language);
        DrillSetup setup = led;
        setup.roles = {{"sitters", "Fractie Noord"}};
        chair.begin(setup);
        TrainerScene trainer(chair, display, look, language);
        trainer.settle();
        chair.pass(22);
        ASSERT_TRUE(chair.tap("disturbance.report"));
        ASSERT_TRUE(trainer.tap("inject.agree.skip"));
        ASSERT_TRUE(trainer.tap("inject.break.later"));
        trainer.driver.hover({0, 0});
        trainer.settle();
        for (const std::string& wrong : audit(trainer.driver.ui())) ADD_FAILURE() << wrong;
        agrees("screens", folder + "/trainer-window", trainer.driver.stage(), trainer.driver.now(),
               trainer.driver.draw());
        ASSERT_TRUE(chair.tap("practice.do"));
        ASSERT_TRUE(chair.hold("practice.end"));
        ASSERT_TRUE(chair.tap("back"));
        chair.pass(2);
        chair.begin(led, "violence");
        trainer.settle();
        trainer.driver.hover({0, 0});
        trainer.settle();
        for (const std::string& wrong : audit(trainer.driver.ui())) ADD_FAILURE() << wrong;
        agrees("screens", folder + "/trainer-ended", trainer.driver.stage(), trainer.driver.now(),
               trainer.driver.draw());
    }
};

TEST_F(TrainerPictures, InDutchAndLight) { all("nl-light", landscape, {.face = Face::Light}, Language::Dutch); }
TEST_F(TrainerPictures, InEnglishAndDark) { all("en-dark", landscape, {.face = Face::Dark}, Language::English); }
TEST_F(TrainerPictures, InPortrait) { all("800x1280", portrait, {}, Language::Dutch); }
TEST_F(TrainerPictures, OnADenseScreen) { all("2736x1824", dense, {.face = Face::Dark}, Language::English); }

}  // namespace
}  // namespace hamer::ui
