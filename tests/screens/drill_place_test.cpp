// The place for drills: choosing, who does what, the drills that were held, and one that was broken off.
#include "drill_scene.h"
#include "pictures/approved.h"
#include "service/store/held_drills.h"
#include "support/driver/audit.h"

#include <gtest/gtest.h>

namespace hamer::ui {
namespace {

TEST(DrillPlace, ShowsEachScenarioAndABrokenOneWithItsReasonWithoutStoppingTheOthers) {
    DrillScene scene;
    scene.files.put("data/scenarios/mine.json", "{ not json");
    scene.files.put("data/scenarios/large.json", std::string(300'000, ' '));
    scene.files.put("data/scenarios/other.json", R"({"format": 2})");
    scene.files.put("data/scenarios/notes.txt", "no scenario");
    scene.restart();
    EXPECT_TRUE(scene.driver.reads("Een sit-in die niet stopt"));
    EXPECT_TRUE(scene.driver.reads("Fysiek geweld"));
    // A row is there once it comes into sight.
    for (const char* row : {"scenarios.2", "scenarios.3", "scenarios.4", "scenarios.5"}) scene.driver.reveal(row);
    ASSERT_TRUE(scene.driver.reveal("scenarios.6") && scene.tap("scenarios.6"))
        << "the first broken one, after the six";
    EXPECT_TRUE(scene.label("problem").starts_with("Dit bestand kan niet worden gebruikt. Verbeter het"));
    EXPECT_NE(scene.label("problem").find("is larger than"), std::string::npos) << scene.label("problem");
    EXPECT_NE(scene.label("problem").find("large.json"), std::string::npos) << scene.label("problem");
    EXPECT_FALSE(scene.driver.shows("begin"));
    ASSERT_TRUE(scene.driver.reveal("scenarios.7") && scene.tap("scenarios.7"));
    EXPECT_NE(scene.label("problem").find("mine.json"), std::string::npos) << scene.label("problem");
    EXPECT_TRUE(scene.driver.reveal("scenarios.8"));
    EXPECT_FALSE(scene.driver.reveal("scenarios.9")) << "the text file is none";
    for (const char* row : {"scenarios.6", "scenarios.5", "scenarios.4"}) scene.driver.reveal(row);
    ASSERT_TRUE(scene.driver.reveal("scenarios.3") && scene.tap("scenarios.3"));
    EXPECT_TRUE(scene.driver.shows("begin"));
}

TEST(DrillPlace, AScenarioThatDoesNotFitTheProcedureIsNotBegun) {
    DrillScene scene;
    std::string text = scene.files.get("scenarios/sit-in.json");
    text.replace(text.find("\"meeting.open\""), 14, "\"meeting.nope\"");
    scene.files.put("scenarios/sit-in.json", text);
    scene.restart();
    EXPECT_TRUE(scene.driver.reads("sit-in.json"));
    EXPECT_TRUE(scene.driver.reads("meeting.nope"));
}

TEST(DrillPlace, WhoDoesWhatIsKeptWithTheDrillAndStandsOnThePaper) {
    DrillScene scene;
    ASSERT_TRUE(scene.tap("scenarios.3"));
    ASSERT_TRUE(scene.type("drill.role.sitters", "Fractie Noord"));
    ASSERT_TRUE(scene.type("drill.present", "De Wit, voorzitter"));
    ASSERT_TRUE(scene.tap("begin"));
    ASSERT_NE(scene.app->practice(), nullptr);
    const DrillSetup& setup = scene.app->practice()->setup();
    EXPECT_EQ(setup.lead, DrillLead::Trainer);
    EXPECT_EQ(setup.roles.at("sitters"), "Fractie Noord");
    EXPECT_EQ(setup.attendance, std::vector<std::string>{"De Wit, voorzitter"});
    EXPECT_FALSE(scene.driver.reads("sit-in")) << "the chair does not know what comes";
    EXPECT_TRUE(scene.driver.reads("De trainer leidt deze oefening"));
    ASSERT_TRUE(scene.tap("practice.do"));
    ASSERT_TRUE(scene.hold("practice.end"));
    EXPECT_TRUE(scene.driver.reads("De groep: Fractie Noord"));
    EXPECT_TRUE(scene.driver.reads("De Wit, voorzitter"));
}

TEST(DrillPlace, AloneTheProgramLeadsWithHints) {
    DrillScene scene;
    ASSERT_TRUE(scene.tap("scenarios.4"));
    ASSERT_TRUE(scene.tap("drill.lead.1"));
    EXPECT_FALSE(scene.driver.shows("drill.role.group"));
    ASSERT_TRUE(scene.tap("drill.pace.0"));
    ASSERT_TRUE(scene.tap("begin"));
    const DrillSetup& setup = scene.app->practice()->setup();
    EXPECT_EQ(setup.lead, DrillLead::Program);
    EXPECT_TRUE(setup.hints && setup.shown);
    EXPECT_EQ(setup.pace_percent, 50);
}

TEST(DrillPlace, OneThatWasBrokenOffGoesOnWhereItWas) {
    DrillScene scene;
    scene.begin({.lead = DrillLead::Trainer, .shown = false, .hints = false, .attendance = {"De Wit"}});
    scene.pass(22);
    ASSERT_TRUE(scene.tap("disturbance.report"));
    ASSERT_TRUE(scene.tap("practice.do"));
    ASSERT_TRUE(scene.type("observe.text", "rustig"));
    ASSERT_TRUE(scene.tap("observe.add"));
    scene.restart();
    EXPECT_TRUE(scene.held().empty());
    ASSERT_TRUE(scene.tap("list.1"));
    EXPECT_TRUE(scene.driver.reads("Niet afgerond"));
    ASSERT_TRUE(scene.tap("held.0"));
    EXPECT_TRUE(scene.driver.shows("address.a")) << "the disturbance stands";
    ASSERT_TRUE(scene.tap("practice.do"));
    EXPECT_TRUE(scene.driver.reads("rustig"));
    ASSERT_TRUE(scene.hold("practice.end"));
    EXPECT_NE(scene.label("debrief.score").find("2 van"), std::string::npos) << scene.label("debrief.score");
    ASSERT_EQ(scene.held().size(), 1U);
    EXPECT_EQ(scene.held().front().setup.attendance, std::vector<std::string>{"De Wit"});
}

TEST(DrillPlace, OneThatWasBrokenOffIsMentionedBeforeAMeetingForADay) {
    DrillScene drill;
    const auto mentioned = [&] { return broken_off(drill.files, "data", drill.clock.now().at); };
    EXPECT_FALSE(mentioned());
    drill.begin(led);
    drill.restart();
    SceneOptions options;
    options.app.open_drills = [&](Language) { return drill.another(); };
    options.app.drills = &*drill.worker;
    Scene scene(options);
    const auto tap = [&](std::string_view key) { return tap_on(scene.driver, *drill.worker, key); };
    const auto hold = [&](std::string_view key) { return hold_on(scene.driver, *drill.worker, key); };
    settle(scene.driver, *drill.worker);
    EXPECT_EQ(scene.label("broken-off"), "Een oefening is afgebroken: “Een sit-in die niet stopt”, begonnen om 20:00.");
    ASSERT_TRUE(tap("broken-off.do"));
    EXPECT_TRUE(scene.driver.shows("practice")) << "the drill goes on";
    ASSERT_TRUE(tap("practice.do"));
    ASSERT_TRUE(hold("practice.end"));
    ASSERT_TRUE(tap("back"));
    ASSERT_TRUE(tap("back"));
    EXPECT_TRUE(scene.driver.shows("begin"));
    EXPECT_FALSE(scene.driver.shows("broken-off")) << "it is finished";
    drill.pass(2);
    drill.begin(led);
    EXPECT_TRUE(mentioned());
    drill.clock.advance(86'401'000);
    EXPECT_FALSE(mentioned()) << "then it is only in the list";
}

TEST(DrillPlace, AHeldOneIsReadAgainAndWhatIsAgreedLaterIsOnThePaperToo) {
    DrillScene scene;
    scene.begin();
    scene.pass(22);
    ASSERT_TRUE(scene.tap("disturbance.report"));
    ASSERT_NO_FATAL_FAILURE(scene.to_debrief());
    const auto file = scene.held_folder() / "debrief.pdf";
    const std::string before = scene.files.get(file);
    ASSERT_TRUE(scene.tap("back"));
    ASSERT_TRUE(scene.tap("list.1"));
    ASSERT_TRUE(scene.tap("held.0"));
    ASSERT_TRUE(scene.tap("rate.calm.3"));
    ASSERT_TRUE(scene.type("agree.text", "Hardop herhalen wat de regie zegt"));
    ASSERT_TRUE(scene.tap("agree.add"));
    ASSERT_TRUE(scene.type("attend.text", "Van Dam"));
    ASSERT_TRUE(scene.tap("attend.add"));
    EXPECT_TRUE(scene.driver.reads("Afgesproken"));
    EXPECT_NE(scene.files.get(file), before);
    EXPECT_EQ(scene.held().front().setup.attendance, std::vector<std::string>{"Van Dam"});
    ASSERT_TRUE(scene.tap("trainer.back")) << "the last one can be taken back";
    EXPECT_TRUE(scene.held().front().setup.attendance.empty());
    EXPECT_EQ(scene.held().front().result->points, 2) << "nothing of it changes how it went";
}

TEST(DrillPlace, WhatIsTypedIsNotedByEnterAndByLeaving) {
    DrillScene scene;
    scene.begin();
    scene.pass(22);
    ASSERT_NO_FATAL_FAILURE(scene.to_debrief());
    const auto acts = scene.held_folder() / "trainer.jsonl";
    ASSERT_TRUE(scene.type("agree.text", "Oefenen"));
    scene.driver.key(Key::Enter);
    scene.settle();
    EXPECT_NE(scene.files.get(acts).find("Oefenen"), std::string::npos);
    ASSERT_TRUE(scene.type("observe.text", "kalm"));
    ASSERT_TRUE(scene.tap("back"));
    EXPECT_NE(scene.files.get(acts).find("kalm"), std::string::npos);
}

// As a person last looked at them and was content; each is also judged.
class DrillPictures : public test::ApprovedPictures {
  protected:
    void all(const std::string& folder, Display display, Look look, Language language) {
        DrillScene scene(display, look, language);
        const auto agrees = [&](const std::string& name) {
            scene.driver.hover({0, 0});
            scene.settle();
            for (const std::string& wrong : audit(scene.driver.ui())) ADD_FAILURE() << name << ": " << wrong;
            ApprovedPictures::agrees("screens", folder + "/drill-" + name, scene.driver.stage(), scene.driver.now(),
                                     scene.driver.draw());
        };
        agrees("place");
        ASSERT_TRUE(scene.tap("scenarios.3"));
        agrees("form");
        scene.begin(
            {.lead = DrillLead::Trainer, .shown = false, .hints = false, .roles = {{"sitters", "Fractie Noord"}}});
        scene.pass(22);
        ASSERT_TRUE(scene.tap("disturbance.report"));
        ASSERT_TRUE(scene.tap("practice.do"));
        agrees("trainer-panel");
    }
};

TEST_F(DrillPictures, InDutchAndLight) { all("nl-light", landscape, {.face = Face::Light}, Language::Dutch); }
TEST_F(DrillPictures, InEnglishAndDark) { all("en-dark", landscape, {.face = Face::Dark}, Language::English); }
TEST_F(DrillPictures, InPortrait) { all("800x1280", portrait, {}, Language::Dutch); }
TEST_F(DrillPictures, OnADenseScreen) { all("2736x1824", dense, {.face = Face::Dark}, Language::English); }

}  // namespace
}  // namespace hamer::ui
