// What can be recorded beside the card: notes, deviations, additions, and taking back.
#include "scene.h"

#include <gtest/gtest.h>

namespace hamer::ui {
namespace {

const std::vector<Do> running{{"broadcast.start", {}}, {"meeting.open", {}}};

class Beside : public testing::Test {
  protected:
    void SetUp() override { scene.begin(running); }
    Scene scene;
};

TEST_F(Beside, HerstelNamesWhatItTakesBack) {
    scene.tap_all({"disturbance.report", "meeting.suspend", "address.b"});
    EXPECT_EQ(scene.label("undo"), "Herstel: Scenario B: direct stoppen");
    scene.tap("undo");
    EXPECT_EQ(scene.card(), "address");
    EXPECT_EQ(scene.label("undo"), "Herstel: Vergadering geschorst");
    ASSERT_TRUE(scene.last().as<StepTakenBack>());
}

TEST_F(Beside, HerstelTappedTwiceInAMomentTakesBackOneStep) {
    scene.tap_all({"disturbance.report", "meeting.suspend"});
    const Point at = scene.driver.find("undo")->visible.centre();
    scene.pass(600);
    scene.driver.click_at(at);
    scene.driver.click_at(at);
    EXPECT_EQ(scene.card(), "suspend");
}

TEST_F(Beside, HerstelSaysWhyThereIsNothingToTakeBack) {
    scene.begin();
    scene.tap("undo");
    EXPECT_EQ(scene.label("refusal"), "Er is niets om te herstellen.");
}

TEST_F(Beside, ANoteIsWrittenWhileTheCardGoesOn) {
    scene.tap("note");
    scene.driver.type("Twee personen ");
    scene.tap("disturbance.report");
    EXPECT_EQ(scene.card(), "suspend");
    ASSERT_TRUE(scene.tap("note.text"));
    scene.driver.key(Key::End, {.control = true});
    scene.driver.type("roepen");
    scene.tap("panel.record");
    ASSERT_TRUE(scene.last().as<NoteAdded>());
    EXPECT_EQ(scene.last().as<NoteAdded>()->text, "Twee personen roepen");
    scene.tap("note");
    const auto record = scene.driver.find("panel.record");
    ASSERT_TRUE(record);
    EXPECT_FALSE(record->enabled) << "the next note begins empty";
    EXPECT_EQ(record->why, "Schrijf eerst iets op.");
}

TEST_F(Beside, ADeviationAsksWhatAndWhy) {
    scene.tap("deviation");
    EXPECT_EQ(scene.driver.find("panel.record")->why, "Kies eerst wat anders is.");
    ASSERT_TRUE(scene.tap("deviation.open.room"));
    ASSERT_TRUE(scene.tap("deviation.room.cleared"));
    EXPECT_EQ(scene.driver.find("panel.record")->why, "Zeg eerst waarom.");
    ASSERT_TRUE(scene.tap("deviation.why"));
    scene.driver.type("Brandalarm");
    ASSERT_TRUE(scene.tap("panel.record"));
    const auto* deviation = scene.last().as<DeviationRecorded>();
    ASSERT_TRUE(deviation);
    EXPECT_EQ(deviation->why, "Brandalarm");
    EXPECT_EQ(scene.state("room"), "cleared");
    EXPECT_EQ(scene.label("undo"), "Herstel: " + log_line(scene.session(), scene.last(), Language::Dutch).text);
}

TEST_F(Beside, ADeviationToWhatIsAlreadySoIsNone) {
    scene.tap("deviation");
    scene.tap("deviation.open.room");
    scene.tap("deviation.room.cleared");
    scene.tap("deviation.open.room");
    scene.tap("deviation.room.occupied");
    EXPECT_FALSE(scene.driver.find("panel.record")->enabled);
}

TEST_F(Beside, AStepIsAmendedAndTheFirstTextStays) {
    scene.tap("disturbance.report");
    const std::uint64_t seq = scene.last().seq;
    ASSERT_TRUE(scene.tap("log." + std::to_string(seq - 1)));
    ASSERT_EQ(scene.driver.focused(), "field.what");
    scene.driver.key(key_of('a'), {.control = true});
    scene.driver.type("gefluit vanaf de tribune");
    ASSERT_TRUE(scene.tap("panel.record"));
    const auto* amendment = scene.last().as<StepAmended>();
    ASSERT_TRUE(amendment);
    EXPECT_EQ(amendment->seq, seq);
    EXPECT_EQ(amendment->fields.size(), 1U) << "only what was changed";
    EXPECT_EQ(scene.session().recorded("what"), FieldValue(std::string("gefluit vanaf de tribune")));
    EXPECT_TRUE(scene.driver.reads("Ik schors de vergadering. De reden is: gefluit vanaf de tribune."));
}

TEST_F(Beside, ASuggestionSavesTyping) {
    scene.tap("disturbance.report");
    ASSERT_TRUE(scene.tap("log.3"));
    ASSERT_TRUE(scene.tap("field.what.suggest.1"));
    ASSERT_TRUE(scene.tap("panel.record"));
    ASSERT_TRUE(scene.last().as<StepAmended>());
}

TEST_F(Beside, AnAmendmentThatIsRefusedSaysWhyAndKeepsWhatWasTyped) {
    scene.tap("disturbance.report");
    scene.tap("log.3");
    scene.driver.key(key_of('a'), {.control = true});
    scene.driver.key(Key::Backspace);
    const std::size_t before = scene.entries();
    ASSERT_TRUE(scene.tap("panel.record"));
    EXPECT_EQ(scene.entries(), before);
    EXPECT_NE(scene.label("refusal").find("Nog nodig"), std::string::npos) << scene.label("refusal");
    EXPECT_TRUE(scene.driver.shows("field.what"));
}

TEST_F(Beside, WhatWasTypedIntoAnAmendmentSurvivesClosingAndAnotherLanguage) {
    scene.tap("disturbance.report");
    scene.tap("log.3");
    scene.driver.type(" en gefluit");
    scene.driver.key(Key::Escape);
    scene.driver.key(Key::Escape);
    EXPECT_FALSE(scene.driver.shows("field.what"));
    scene.choose_language(Language::English);
    scene.tap("log.3");
    EXPECT_TRUE(scene.driver.reads("What is happening"));
    scene.tap("panel.record");
    const auto* amendment = scene.last().as<StepAmended>();
    ASSERT_TRUE(amendment);
    EXPECT_NE(std::get<std::string>(amendment->fields.at("what")).find(" en gefluit"), std::string::npos);
}

TEST_F(Beside, AStepThatNeedsAFieldAsksForItInAPanel) {
    std::string text = test::leiden_text();
    const std::size_t event = text.find("\"meeting.suspend\": {", text.find("\"events\""));
    ASSERT_NE(event, std::string::npos);
    const std::size_t preset = text.find("\"default\"", event);
    text.erase(preset, text.find("],", preset) + 2 - preset);
    Scene strict({.procedure = text});
    strict.begin(running);
    ASSERT_TRUE(strict.tap("disturbance.report"));
    const std::size_t before = strict.entries();
    ASSERT_TRUE(strict.tap("meeting.suspend"));
    EXPECT_EQ(strict.entries(), before);
    ASSERT_EQ(strict.driver.focused(), "field.reason");
    strict.driver.type("Onrust");
    ASSERT_TRUE(strict.tap("panel.record"));
    EXPECT_EQ(strict.event(), "meeting.suspend");
    EXPECT_EQ(strict.field("reason"), "Onrust");
}

}  // namespace
}  // namespace hamer::ui
