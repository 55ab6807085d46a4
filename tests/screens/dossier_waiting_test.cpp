// The clerk's place while the register does not answer: it is drawn, it takes what is typed, and it says what it waits
// for.
#include "dossier_scene.h"
#include "pictures/approved.h"
#include "ui/driver/audit.h"

#include <gtest/gtest.h>

namespace hamer::ui {
namespace {

const std::string evening = an_evening().id;

class DossierWaiting : public testing::Test {
  protected:
    DossierWaiting() {
        EXPECT_TRUE(scene.clerk->records().put(an_evening(1), scene.clock.now().at));
        EXPECT_TRUE(scene.clerk->records().put(an_evening(2, "spandoek"), scene.clock.now().at));
        scene.refresh();
    }
    // By hand, without waiting for what is asked by it.
    void fill(std::string_view key, std::string_view text) {
        ASSERT_TRUE(scene.driver.click(key)) << key;
        scene.driver.key(key_of('a'), {.control = true});
        scene.driver.type(text);
        scene.driver.settle();
    }
    void pass(std::int64_t ms) {
        scene.clock.advance(ms);
        scene.driver.settle();
    }

    DossierScene scene;
};

TEST_F(DossierWaiting, WhatIsTypedWhileItIsSavedStaysADraftOnTopOfIt) {
    ASSERT_TRUE(scene.tap("records.0") && scene.tap("tab.1") && scene.fill("reason", "woningbouw"));
    Silence silence(*scene.service);
    ASSERT_TRUE(scene.driver.click("save"));
    EXPECT_FALSE(scene.driver.shows("waiting")) << "nobody wants to see each short wait";
    pass(2000);
    EXPECT_EQ(scene.label("waiting"), "Bewaren… 2 s");
    fill("manner", "roepen");
    EXPECT_FALSE(scene.driver.find("save")->enabled) << "one thing after another";
    silence.end();
    scene.settle();
    EXPECT_FALSE(scene.driver.shows("waiting"));
    EXPECT_EQ(scene.label("done"), "Bewaard als revisie 2");
    EXPECT_EQ(scene.record(evening).dossier->reason, "woningbouw");
    EXPECT_EQ(scene.record(evening).dossier->manner, "") << "not saved yet";
    ASSERT_TRUE(scene.tap("save"));
    EXPECT_EQ(scene.record(evening).dossier->manner, "roepen");
    EXPECT_EQ(scene.record(evening).dossier->reason, "woningbouw");
}

TEST_F(DossierWaiting, WhoWaitsNoLongerKeepsTheDraftAndTheNextActHasALinkOfItsOwn) {
    ASSERT_TRUE(scene.tap("records.0") && scene.tap("tab.1") && scene.fill("reason", "woningbouw"));
    Silence silence(*scene.service);
    ASSERT_TRUE(scene.driver.click("save"));
    pass(1500);
    EXPECT_FALSE(scene.driver.shows("leave"));
    pass(3500);
    EXPECT_EQ(scene.label("waiting"), "Bewaren: er is nog geen antwoord (5 s)");
    ASSERT_TRUE(scene.driver.click("leave"));
    EXPECT_FALSE(scene.driver.shows("waiting"));
    EXPECT_NE(scene.label("problem").find("niet bekend"), std::string::npos) << scene.label("problem");
    ASSERT_TRUE(scene.tap("save"));
    EXPECT_EQ(scene.label("done"), "Bewaard als revisie 2") << scene.label("problem");
    EXPECT_EQ(scene.record(evening).dossier->reason, "woningbouw");
}

TEST_F(DossierWaiting, OfTwoRecordsThatAreOpenedTheLastOneIsShown) {
    Silence silence(*scene.service);
    ASSERT_TRUE(scene.driver.click("records.1") && scene.driver.click("records.0"));
    EXPECT_FALSE(scene.driver.shows("tab.0"));
    silence.end();
    scene.settle();
    EXPECT_TRUE(scene.driver.reads("geroep en gefluit vanaf de tribune"));
    EXPECT_EQ(scene.clerk->records().accesses(evening)->size(), 1U);
}

TEST_F(DossierWaiting, ADraftThatWasBegunMeanwhileIsNotTakenAway) {
    ASSERT_TRUE(scene.tap("records.0") && scene.tap("tab.1"));
    Silence silence(*scene.service);
    ASSERT_TRUE(scene.driver.click("records.1"));
    fill("reason", "woningbouw");
    silence.end();
    scene.settle();
    EXPECT_TRUE(scene.driver.shows("revert")) << "the draft is there";
    EXPECT_NE(scene.label("problem").find("Bewaar eerst"), std::string::npos);
}

TEST_F(DossierWaiting, AllThatCanBeAskedIsDrawnWithoutAnAnswer) {
    ASSERT_TRUE(scene.tap("records.0"));
    for (const char* key : {"report", "list.1", "list.3", "list.4", "list.0", "tab.3", "tab.2", "tab.1", "new"}) {
        Silence silence(*scene.service);
        ASSERT_TRUE(scene.driver.click(key)) << key;
        pass(5000);
        EXPECT_TRUE(scene.driver.shows("back")) << key;
        silence.end();
        scene.settle();
        EXPECT_EQ(scene.label("problem"), "") << key;
    }
}

TEST_F(DossierWaiting, TheWayBackIsOpenWhateverIsAsked) {
    ASSERT_TRUE(scene.tap("records.0"));
    Silence silence(*scene.service);
    ASSERT_TRUE(scene.driver.click("report") && scene.driver.click("back"));
    EXPECT_TRUE(scene.app->wants_back());
}

class DossierWaitingPictures : public test::ApprovedPictures {};

TEST_F(DossierWaitingPictures, SayWhatIsWaitedForAndHowToLeaveOff) {
    const auto agrees_as = [&](const std::string& name, Display display, Look look, Language language) {
        DossierScene scene(display, look, language);
        ASSERT_TRUE(scene.clerk->records().put(an_evening(1), scene.clock.now().at));
        scene.refresh();
        ASSERT_TRUE(scene.tap("records.0") && scene.tap("tab.1") && scene.fill("reason", "woningbouw"));
        Silence silence(*scene.service);
        ASSERT_TRUE(scene.driver.click("save"));
        scene.clock.advance(5000);
        scene.driver.hover({0, 0});
        std::string wrong;
        for (const std::string& each : audit(scene.driver.ui())) wrong += each + "\n";
        EXPECT_EQ(wrong, "") << name;
        agrees("screens", name, scene.driver.stage(), scene.driver.now(), scene.driver.draw());
    };
    agrees_as("dossier-waiting", landscape, {}, Language::Dutch);
    agrees_as("dossier-waiting-en-dark-portrait", portrait, {.face = Face::Dark}, Language::English);
}

}  // namespace
}  // namespace hamer::ui
