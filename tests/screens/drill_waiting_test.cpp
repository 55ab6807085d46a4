// The place for drills and the trainer's window while the disk does not answer: they are drawn, they say what they wait
// for, and what comes then is shown.
#include "service/practice/practice_service.h"
#include "support/driver/audit.h"
#include "trainer_scene.h"

#include <gtest/gtest.h>
#include <string>
#include <thread>

namespace hamer::ui {
namespace {

class DrillWaiting : public testing::Test {
  protected:
    // Time goes by, and frames are drawn, without an answer.
    void pass(std::int64_t ms) {
        scene.clock.advance(ms);
        scene.driver.pass(ms);
        scene.driver.settle();
    }
    // The same place with nothing read yet.
    void open_anew() {
        scene.app.reset();
        scene.app.emplace(*scene.worker, scene.options(), Language::Dutch);
        scene.driver.settle();
    }

    DrillScene scene;
};

TEST_F(DrillWaiting, BeforeAnythingIsReadThePlaceIsThereAndSaysSo) {
    SilentDisk silence(*scene.worker);
    open_anew();
    EXPECT_TRUE(scene.driver.reads("De scenario’s zijn nog niet gelezen."));
    EXPECT_FALSE(scene.driver.shows("waiting")) << "nobody wants to see each short wait";
    ASSERT_TRUE(scene.driver.stage().wake()) << "it comes by itself";
    EXPECT_LE(*scene.driver.stage().wake(), scene.driver.now() + 700);
    pass(1000);
    EXPECT_EQ(scene.label("waiting"), "Wachten op de schijf… 1 s");
    EXPECT_FALSE(scene.driver.shows("waiting.do"));
    ASSERT_TRUE(scene.click("list.1"));
    EXPECT_TRUE(scene.driver.reads("De oefeningen zijn nog niet gelezen."));
    pass(4000);
    EXPECT_EQ(scene.label("waiting.do"), "Niet langer wachten");
    for (const std::string& wrong : audit(scene.driver.ui())) ADD_FAILURE() << wrong;
    silence.end();
    scene.settle();
    EXPECT_FALSE(scene.driver.shows("waiting"));
    EXPECT_TRUE(scene.driver.reads("Nog geen oefening op dit apparaat."));
    ASSERT_TRUE(scene.click("list.0"));
    EXPECT_TRUE(scene.driver.shows("scenarios.0"));
}

TEST_F(DrillWaiting, WhoWaitsNoLongerIsToldAndTheWayBackIsOpen) {
    SilentDisk silence(*scene.worker);
    open_anew();
    pass(5000);
    ASSERT_TRUE(scene.click("waiting.do"));
    EXPECT_FALSE(scene.driver.shows("waiting"));
    EXPECT_NE(scene.label("problem").find("De schijf antwoordt niet."), std::string::npos) << scene.label("problem");
    EXPECT_TRUE(scene.driver.reads("De scenario’s zijn nog niet gelezen."));
    ASSERT_TRUE(scene.click("back"));
    EXPECT_TRUE(scene.app->wants_back());
    open_anew();
    scene.settle();
    EXPECT_TRUE(scene.driver.shows("scenarios.0")) << "what is asked next has a thread of its own";
}

TEST_F(DrillWaiting, WithoutSettingsThatCanBeReadItSaysWhyAndShowsWhatWasHeld) {
    scene.begin();
    ASSERT_NO_FATAL_FAILURE(scene.to_debrief());
    const auto make = [this] {
        return std::make_shared<PracticeService>(
            PracticeService::Options{.data = "data",
                                     .shelves = {"scenarios"},
                                     .files = std::shared_ptr<FileSystem>(std::shared_ptr<void>(), &scene.files),
                                     .open_meeting = []() -> Result<std::unique_ptr<MeetingService>> {
                                         return fail(ErrorKind::Usage, "hamer.json", "is no JSON");
                                     }});
    };
    PracticeWorker elsewhere(
        make, [] {}, scene.clock);
    DrillApp app(elsewhere, scene.options(), Language::Dutch);
    Driver driver([&](Ui& ui) { app.draw(ui); });
    settle(driver, elsewhere);
    ASSERT_TRUE(driver.shows("problem"));
    EXPECT_TRUE(driver.find("problem")->label.starts_with("De oefeningen kunnen niet worden geopend. hamer.json"));
    ASSERT_TRUE(tap_on(driver, elsewhere, "list.1"));
    EXPECT_TRUE(driver.shows("held.0"));
}

TEST_F(DrillWaiting, WithoutScenariosItSaysThereAreNone) {
    DrillAppOptions none = scene.options();
    PracticeWorker elsewhere(
        practice_on(scene.files, scene.clock, {}), [] {}, scene.clock);
    DrillApp app(elsewhere, std::move(none), Language::Dutch);
    Driver driver([&](Ui& ui) { app.draw(ui); });
    settle(driver, elsewhere);
    EXPECT_TRUE(driver.reads("Er zijn geen scenario’s."));
    EXPECT_FALSE(driver.shows("waiting"));
}

TEST_F(DrillWaiting, ADrillThatBeginsSlowlyIsWaitedForAndBeginsOnce) {
    ASSERT_TRUE(scene.tap("scenarios.3"));
    SilentDisk silence(*scene.worker);
    ASSERT_TRUE(scene.click("begin"));
    pass(1000);
    EXPECT_EQ(scene.label("waiting"), "De oefening begint… 1 s");
    ASSERT_TRUE(scene.click("begin")) << "it takes a tap, and no second drill begins";
    EXPECT_TRUE(scene.driver.shows("drill.present")) << "what was filled in stays on the screen";
    silence.end();
    scene.settle();
    EXPECT_TRUE(scene.driver.shows("practice"));
    EXPECT_EQ(list_sessions(scene.files, sessions_folder("data", true))->size(), 1U);
}

TEST_F(DrillWaiting, OneThatGoesOnSlowlyCanBeLeftAndIsThereForTheNextTime) {
    scene.begin(led);
    scene.restart();
    ASSERT_TRUE(scene.tap("list.1"));
    SilentDisk silence(*scene.worker);
    ASSERT_TRUE(scene.click("held.0"));
    pass(5000);
    EXPECT_EQ(scene.label("waiting"), "De oefening gaat verder: er is nog geen antwoord (5 s)");
    ASSERT_TRUE(scene.click("waiting.do"));
    EXPECT_NE(scene.label("problem").find("Deze oefening kan niet verdergaan."), std::string::npos)
        << scene.label("problem");
    scene.settle();
    ASSERT_TRUE(scene.tap("held.0"));
    EXPECT_TRUE(scene.driver.shows("practice")) << scene.label("problem");
}

// The chair's screen is drawn and takes taps; what the trainer does there comes when the disk does.
TEST_F(DrillWaiting, ADrillGoesOnWhileNothingOfItsFolderIsRead) {
    scene.begin(led);
    ASSERT_TRUE(scene.tap("practice.do"));
    SilentDisk silence(*scene.worker);
    ASSERT_TRUE(scene.click("inject.sit.now"));
    pass(2000);
    EXPECT_TRUE(scene.driver.shows("inject.sit.now")) << "it holds once it is on disk";
    ASSERT_TRUE(scene.click("inject.sit.now"));
    pass(20'000);
    ASSERT_TRUE(scene.click("disturbance.report"));
    EXPECT_TRUE(scene.driver.shows("address.a")) << "the chair waits for none of it";
    silence.end();
    scene.settle();
    EXPECT_FALSE(scene.driver.shows("inject.sit.now"));
    const std::string acts = scene.files.get(scene.folder() / "trainer.jsonl");
    EXPECT_EQ(acts.find("fire"), acts.rfind("fire")) << "tapped twice, done once: " << acts;
}

TEST_F(DrillWaiting, TheDebriefTakesWhatIsTypedAndIsLeftOnceThatIsNoted) {
    scene.begin();
    ASSERT_NO_FATAL_FAILURE(scene.to_debrief());
    const auto acts = scene.held_folder() / "trainer.jsonl";
    SilentDisk silence(*scene.worker);
    ASSERT_TRUE(scene.click("rate.calm.3"));
    ASSERT_TRUE(scene.click("agree.text"));
    scene.driver.type("Oefenen");
    ASSERT_TRUE(scene.click("back"));
    pass(2000);
    EXPECT_TRUE(scene.driver.shows("debrief.score")) << "not left before it is noted";
    EXPECT_TRUE(scene.driver.shows("waiting"));
    silence.end();
    scene.settle();
    EXPECT_FALSE(scene.driver.shows("debrief.score"));
    EXPECT_NE(scene.files.get(acts).find("Oefenen"), std::string::npos);
}

TEST_F(DrillWaiting, WhatCannotBeNotedKeepsTheDebriefOnTheScreenWithTheReason) {
    scene.begin();
    ASSERT_NO_FATAL_FAILURE(scene.to_debrief());
    ASSERT_TRUE(scene.type("agree.text", "Oefenen"));
    scene.files.fill("data");
    ASSERT_TRUE(scene.tap("back"));
    EXPECT_TRUE(scene.driver.shows("debrief.score"));
    EXPECT_NE(scene.label("problem"), "");
    EXPECT_TRUE(scene.driver.shows("agree.add")) << "what was typed stands in its field again";
    scene.files.free_space();
    ASSERT_TRUE(scene.tap("back"));
    EXPECT_FALSE(scene.driver.shows("debrief.score"));
    const std::string acts = scene.files.get(scene.held_folder() / "trainer.jsonl");
    EXPECT_EQ(acts.find("Oefenen"), acts.rfind("Oefenen")) << acts;
    EXPECT_NE(acts.find("Oefenen"), std::string::npos);
}

TEST_F(DrillWaiting, WhatTheTrainerTypesIsNotLostWhereItCannotBeNoted) {
    scene.begin(led);
    ASSERT_TRUE(scene.tap("practice.do"));
    ASSERT_TRUE(scene.type("observe.text", "Zij stond op"));
    scene.files.fill("data");
    ASSERT_TRUE(scene.tap("observe.add"));
    EXPECT_TRUE(scene.app->practice()->problem());
    scene.files.free_space();
    ASSERT_TRUE(scene.tap("observe.add"));
    EXPECT_FALSE(scene.app->practice()->problem());
    EXPECT_NE(scene.files.get(scene.folder() / "trainer.jsonl").find("Zij stond op"), std::string::npos);
}

TEST_F(DrillWaiting, ADrillThatCannotBeEndedGoesOnAndSaysWhy) {
    scene.begin(led);
    ASSERT_TRUE(scene.tap("practice.do"));
    // Only its end: its steps are on the disk.
    const auto drill = scene.folder() / "drill.json";
    const std::string kept = scene.files.get(drill);
    scene.files.put(drill, "{");
    ASSERT_TRUE(scene.hold("practice.end"));
    ASSERT_TRUE(scene.app->practice()) << "it was not ended";
    EXPECT_TRUE(scene.app->practice()->problem());
    EXPECT_TRUE(scene.driver.shows("practice.end"));
    scene.files.put(drill, kept);
    scene.pass(2);
    EXPECT_FALSE(scene.app->practice()->observed().drill.result) << "it goes on";
    ASSERT_TRUE(scene.hold("practice.end"));
    EXPECT_TRUE(scene.driver.shows("debrief.score"));
    EXPECT_EQ(scene.held().size(), 1U);
}

TEST_F(DrillWaiting, ADebriefWithoutItsPaperMakesIt) {
    scene.begin();
    ASSERT_NO_FATAL_FAILURE(scene.to_debrief());
    const auto paper = scene.held_folder() / "debrief.pdf";
    ASSERT_TRUE(scene.files.exists(paper));
    ASSERT_TRUE(scene.files.remove(paper));
    ASSERT_TRUE(scene.tap("back") && scene.tap("list.1") && scene.tap("held.0"));
    EXPECT_TRUE(scene.driver.shows("debrief.score"));
    EXPECT_TRUE(scene.files.exists(paper));
    EXPECT_FALSE(scene.driver.shows("problem"));
}

TEST_F(DrillWaiting, ADebriefOfALogThatWasChangedSaysSo) {
    scene.begin();
    scene.pass(25);
    ASSERT_TRUE(scene.tap("disturbance.report"));
    scene.pass(60);
    ASSERT_NO_FATAL_FAILURE(scene.to_debrief());
    const auto folder = scene.held_folder();
    ASSERT_TRUE(scene.tap("back") && scene.tap("list.1"));
    const std::string journal = scene.files.get(folder / "journal");
    scene.files.put(folder / "journal", journal.substr(0, journal.rfind('\n', journal.find("disturbance.report")) + 1));
    ASSERT_TRUE(scene.tap("held.0"));
    EXPECT_NE(scene.label("problem").find("uit het logboek volgt nu"), std::string::npos) << scene.label("problem");
    ASSERT_TRUE(scene.tap("back"));
    std::string changed = journal;
    changed[changed.find("disturbance")] = 'x';
    scene.files.put(folder / "journal", changed);
    ASSERT_TRUE(scene.tap("held.0"));
    EXPECT_NE(scene.label("problem").find("beschadigd"), std::string::npos) << scene.label("problem");
}

TEST_F(DrillWaiting, TheTrainersWindowIsDrawnWithoutAnAnswer) {
    scene.begin(led);
    TrainerScene trainer(scene);
    ASSERT_TRUE(trainer.driver.shows("inject.sit.now"));
    SilentDisk silence(trainer.worker);
    ASSERT_TRUE(trainer.click("inject.sit.now"));
    trainer.pass(2500);
    EXPECT_EQ(trainer.label("waiting"), "Wachten op de schijf… 2 s");
    EXPECT_TRUE(trainer.driver.reads("0:02")) << "its clock goes on";
    silence.end();
    trainer.settle();
    EXPECT_FALSE(trainer.driver.shows("inject.sit.now"));
}

// Who waits no longer has another thread, which has read nothing yet.
TEST_F(DrillWaiting, TheTrainerGoesOnWithTheSameDrillAfterWaitingNoLonger) {
    scene.begin(led);
    TrainerScene trainer(scene);
    SilentDisk silence(trainer.worker);
    ASSERT_TRUE(trainer.click("observe.text"));
    trainer.driver.type("Zij stond op");
    ASSERT_TRUE(trainer.click("observe.add"));
    trainer.pass(5000);
    ASSERT_TRUE(trainer.click("waiting.do"));
    EXPECT_TRUE(trainer.driver.shows("inject.sit.now")) << "the drill stays on the screen";
    EXPECT_TRUE(trainer.driver.shows("observe.add")) << "and so does what was typed";
    EXPECT_TRUE(trainer.driver.shows("problem"));
    ASSERT_TRUE(trainer.tap("inject.sit.now"));
    EXPECT_FALSE(trainer.driver.shows("inject.sit.now"));
    trainer.worker.await();
    trainer.settle();
    EXPECT_FALSE(trainer.driver.shows("problem")) << "it is past";
    silence.end();
    ASSERT_TRUE(trainer.tap("observe.add"));
    EXPECT_NE(scene.files.get(scene.folder() / "trainer.jsonl").find("Zij stond op"), std::string::npos);
}

// From the place by way of a drill to its debrief, and in the trainer's window.
TEST_F(DrillWaiting, NoneOfItAsksTheDiskOnTheWindowsThread) {
    int asked = 0;
    scene.files.before_call = [&asked, window = std::this_thread::get_id()] {
        if (std::this_thread::get_id() == window) ++asked;
    };
    open_anew();
    scene.settle();
    ASSERT_TRUE(scene.tap("scenarios.3") && scene.tap("begin"));
    EXPECT_EQ(asked, 0) << "it began";
    ASSERT_TRUE(scene.tap("practice.do") && scene.tap("inject.sit.now") && scene.tap("disturbance.report"));
    ASSERT_TRUE(scene.hold("practice.end") && scene.tap("rate.calm.3") && scene.type("agree.text", "Oefenen"));
    ASSERT_TRUE(scene.tap("back") && scene.tap("list.1") && scene.tap("held.0") && scene.tap("back"));
    EXPECT_EQ(asked, 0) << "it was held, and talked through";
    scene.app.reset();
    scene.worker->await();
    TrainerScene trainer(scene);
    trainer.worker.await();
    EXPECT_EQ(asked, 0) << "the trainer looked on";
    scene.files.before_call = nullptr;
}

// Once nothing changes no frame is asked for, however often the folder is looked at.
TEST_F(DrillWaiting, ADrillOnTheScreenAsksForNoFrameByItself) {
    scene.begin(led);
    scene.settle();
    int told = 0;
    PracticeWorker quiet(
        practice_on(scene.files, scene.clock), [&told] { ++told; }, scene.clock);
    DrillRequests requests(quiet);
    const std::string session = scene.app->practice()->observed().drill.session;
    const auto read = [&] {
        requests.read(session, [](const Result<std::optional<KeptDrill>>&) {});
        quiet.await();
        quiet.take();
    };
    read();
    const int at_first = told;
    for (int often = 0; often < 5; ++often) read();
    EXPECT_EQ(told, at_first) << "nothing was other than before";
    ASSERT_TRUE(scene.tap("practice.do") && scene.tap("inject.sit.now"));
    read();
    EXPECT_EQ(told, at_first + 1);
}

}  // namespace
}  // namespace hamer::ui
