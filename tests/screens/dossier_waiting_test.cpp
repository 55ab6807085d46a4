// The clerk's place while the register does not answer: it is drawn, it takes what is typed, and it says what it waits
// for.
#include "dossier_scene.h"
#include "pictures/approved.h"
#include "record/completeness.h"
#include "support/driver/audit.h"

#include <future>
#include <gtest/gtest.h>
#include <optional>
#include <thread>

namespace hamer::ui {
namespace {

const std::string evening = an_evening().id;

class DossierWaiting : public testing::Test {
  protected:
    DossierWaiting() {
        EXPECT_TRUE(scene.records().put(an_evening(1), scene.clock.now().at));
        EXPECT_TRUE(scene.records().put(an_evening(2, "spandoek"), scene.clock.now().at));
        scene.refresh();
    }
    // By hand, without waiting for what is asked by it.
    void fill(std::string_view key, std::string_view text) {
        ASSERT_TRUE(scene.driver.click(key)) << key;
        scene.driver.key(key_of('a'), {.control = true});
        scene.driver.type(text);
        scene.driver.settle();
    }
    bool press_long(std::string_view key) {
        if (!scene.driver.press(key)) return false;
        scene.driver.pass(1000);
        scene.driver.pass(1000);
        scene.driver.release();
        return true;
    }
    void pass(std::int64_t ms) {
        scene.clock.advance(ms);
        scene.driver.settle();
    }

    DossierScene scene;
};

TEST_F(DossierWaiting, WhatIsTypedWhileItIsSavedStaysADraftOnTopOfIt) {
    ASSERT_TRUE(scene.tap("records.0") && scene.tap("tab.1") && scene.fill("reason", "woningbouw"));
    Silence silence(*scene.worker);
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

// Long work as the thread does it, which goes on until it is stopped.
class LongWork {
  public:
    explicit LongWork(ClerkWorker& worker) {
        worker.ask<int>(
            [this](ClerkService& service) -> Result<int> {
                service.progress().begin({"Dossiers doorzoeken", "Searching the records"}, 10);
                Status on = service.progress().step(4);
                begun_.set_value();
                while (on) {
                    std::this_thread::yield();
                    on = service.progress().go_on();
                }
                return tl::unexpected<Error>(on.error());
            },
            [this](const Result<int>& ended) { error = ended ? std::optional<Error>() : ended.error(); });
        begun_.get_future().wait();
    }
    std::optional<Error> error;

  private:
    std::promise<void> begun_;
};

TEST_F(DossierWaiting, LongWorkSaysHowFarItIsAndCanBeStopped) {
    LongWork work(*scene.worker);
    pass(1000);
    EXPECT_EQ(scene.label("waiting"), "Dossiers doorzoeken: 4 van 10");
    EXPECT_EQ(scene.label("waiting.do"), "Stoppen");
    ASSERT_TRUE(scene.tap("waiting.do"));
    ASSERT_TRUE(work.error);
    EXPECT_EQ(work.error->trouble, Trouble::Stopped);
    EXPECT_FALSE(scene.driver.shows("waiting"));
    ASSERT_TRUE(scene.tap("records.0")) << "the next work is not stopped by it";
    EXPECT_TRUE(scene.driver.shows("tab.1"));
}

TEST_F(DossierWaiting, WhoWaitsNoLongerKeepsTheDraftAndTheNextActHasALinkOfItsOwn) {
    ASSERT_TRUE(scene.tap("records.0") && scene.tap("tab.1") && scene.fill("reason", "woningbouw"));
    Silence silence(*scene.worker);
    ASSERT_TRUE(scene.driver.click("save"));
    pass(1500);
    EXPECT_FALSE(scene.driver.shows("waiting.do"));
    pass(3500);
    EXPECT_EQ(scene.label("waiting"), "Bewaren: er is nog geen antwoord (5 s)");
    ASSERT_TRUE(scene.driver.click("waiting.do"));
    EXPECT_FALSE(scene.driver.shows("waiting"));
    EXPECT_NE(scene.label("problem").find("niet bekend"), std::string::npos) << scene.label("problem");
    ASSERT_TRUE(scene.tap("save"));
    EXPECT_EQ(scene.label("done"), "Bewaard als revisie 2") << scene.label("problem");
    EXPECT_EQ(scene.record(evening).dossier->reason, "woningbouw");
}

TEST_F(DossierWaiting, OfTwoRecordsThatAreOpenedTheLastOneIsShown) {
    Silence silence(*scene.worker);
    ASSERT_TRUE(scene.driver.click("records.1") && scene.driver.click("records.0"));
    EXPECT_FALSE(scene.driver.shows("tab.0"));
    silence.end();
    scene.settle();
    EXPECT_TRUE(scene.driver.reads("geroep en gefluit vanaf de tribune"));
    EXPECT_EQ(scene.records().accesses(evening)->size(), 1U);
}

TEST_F(DossierWaiting, ADraftThatWasBegunMeanwhileIsNotTakenAway) {
    ASSERT_TRUE(scene.tap("records.0") && scene.tap("tab.1"));
    Silence silence(*scene.worker);
    ASSERT_TRUE(scene.driver.click("records.1"));
    fill("reason", "woningbouw");
    silence.end();
    scene.settle();
    EXPECT_TRUE(scene.driver.shows("revert")) << "the draft is there";
    EXPECT_NE(scene.label("problem").find("typte intussen"), std::string::npos);
}

TEST_F(DossierWaiting, AllThatCanBeAskedIsDrawnWithoutAnAnswer) {
    ASSERT_TRUE(scene.tap("records.0"));
    for (const char* key : {"report", "list.1", "list.3", "list.4", "list.0", "tab.3", "tab.2", "tab.1", "new"}) {
        Silence silence(*scene.worker);
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
    Silence silence(*scene.worker);
    ASSERT_TRUE(scene.driver.click("report") && scene.driver.click("back"));
    EXPECT_TRUE(scene.app->wants_back());
}

// Whatever is done to a record, and whatever is open when that is answered: that stays, with what was typed in it.
TEST_F(DossierWaiting, WhatWasBegunWhileARecordIsMadeCompleteStays) {
    ASSERT_TRUE(scene.records().save(evening, 1, a_whole_dossier(), scene.clock.now().at));
    ASSERT_TRUE(scene.tap("records.0") && scene.tap("tab.1"));
    Silence silence(*scene.worker);
    ASSERT_TRUE(scene.driver.click("complete") && scene.driver.click("new")) << "nothing is left unsaved";
    fill("fresh.what", "iets anders");
    silence.end();
    scene.settle();
    EXPECT_EQ(scene.label("done"), "Compleet. Het dossier gaat nu naar zijn bestemming.");
    ASSERT_TRUE(scene.fill("fresh.time", "21:00") && scene.tap("fresh.make"));
    EXPECT_FALSE(scene.records().search("iets anders")->empty()) << scene.label("problem");
}

TEST_F(DossierWaiting, WhatWasBegunWhileARecordIsErasedStays) {
    ASSERT_TRUE(scene.tap("records.0"));
    Silence silence(*scene.worker);
    ASSERT_TRUE(press_long("erase") && scene.driver.click("new"));
    fill("fresh.what", "iets anders");
    silence.end();
    scene.settle();
    EXPECT_FALSE(scene.records().record(evening)) << "erased";
    EXPECT_TRUE(scene.records().record(an_evening(2).id));
    ASSERT_TRUE(scene.fill("fresh.time", "21:00") && scene.tap("fresh.make"));
    EXPECT_FALSE(scene.records().search("iets anders")->empty());
}

TEST_F(DossierWaiting, ARecordThatIsClosedMeanwhileIsNotOpenedAgain) {
    DossierScene upright(portrait);
    ASSERT_TRUE(upright.records().put(an_evening(1), upright.clock.now().at));
    ASSERT_TRUE(upright.records().save(evening, 1, a_whole_dossier(), upright.clock.now().at));
    upright.refresh();
    ASSERT_TRUE(upright.tap("records.0") && upright.tap("tab.1"));
    Silence silence(*upright.worker);
    ASSERT_TRUE(upright.driver.click("complete") && upright.driver.click("back"));
    silence.end();
    upright.settle();
    EXPECT_TRUE(upright.driver.shows("list.0"));
    EXPECT_FALSE(upright.driver.shows("tab.0"));
    EXPECT_NE(upright.label("done").find("Compleet."), std::string::npos) << upright.label("problem");
    EXPECT_EQ(status(upright.record(evening)), IncidentStatus::Complete);
}

TEST_F(DossierWaiting, WhatIsTypedWhileAPersonIsErasedStaysWithoutThePerson) {
    Dossier dossier = a_whole_dossier();
    dossier.reason = "J. de Vries was boos";
    ASSERT_TRUE(scene.records().save(evening, 1, dossier, scene.clock.now().at));
    scene.refresh();
    ASSERT_TRUE(scene.tap("records.0") && scene.tap("tab.1"));
    Silence silence(*scene.worker);
    ASSERT_TRUE(press_long("person.0.erase"));
    fill("manner", "roepen en fluiten");
    silence.end();
    scene.settle();
    ASSERT_TRUE(scene.tap("save")) << scene.label("problem");
    EXPECT_FALSE(scene.driver.shows("named.close")) << "nothing comes before what is being typed";
    ASSERT_TRUE(scene.tap("done.do"));
    EXPECT_TRUE(scene.driver.shows("named.close"));
    const Dossier kept = *scene.record(evening).dossier;
    EXPECT_EQ(kept.manner, "roepen en fluiten");
    EXPECT_EQ(kept.reason.find("Vries"), std::string::npos) << kept.reason;
    EXPECT_EQ(kept.persons[0].name, "");
}

TEST_F(DossierWaiting, TheLineComesByItself) {
    ASSERT_TRUE(scene.tap("records.0"));
    Silence silence(*scene.worker);
    ASSERT_TRUE(scene.driver.click("report"));
    ASSERT_TRUE(scene.driver.stage().wake()) << "nothing else asks for a frame";
    EXPECT_LE(*scene.driver.stage().wake(), scene.driver.now() + 700);
}

class DossierWaitingPictures : public test::ApprovedPictures {};

TEST_F(DossierWaitingPictures, SayWhatIsWaitedForAndHowToLeaveOff) {
    const auto agrees_as = [&](const std::string& name, Display display, Look look, Language language) {
        DossierScene scene(display, look, language);
        ASSERT_TRUE(scene.records().put(an_evening(1), scene.clock.now().at));
        scene.refresh();
        ASSERT_TRUE(scene.tap("records.0") && scene.tap("tab.1") && scene.fill("reason", "woningbouw"));
        Silence silence(*scene.worker);
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
