// The keyboard alone: digits for the card's buttons, letters for what is always there, Tab and Enter for everything.
#include "scene.h"

#include <gtest/gtest.h>

namespace hamer::ui {
namespace {

const std::vector<Do> running{{"broadcast.start", {}}, {"meeting.open", {}}};

class Keyboard : public testing::Test {
  protected:
    void SetUp() override { scene.begin(running); }

    void press(char key) {
        scene.pass(600);
        scene.driver.key(key);
    }
    void enter_on(std::string_view key) {
        scene.pass(600);
        ASSERT_TRUE(scene.driver.tab_to(key)) << key << " on card " << scene.card();
        EXPECT_FALSE(scene.driver.find(key)->visible.empty()) << key;
        scene.driver.key(Key::Enter);
    }

    Scene scene;
};

TEST_F(Keyboard, PlaysScenarioBWithDigits) {
    press('1');
    press('1');
    EXPECT_EQ(scene.card(), "address");
    press('2');
    EXPECT_EQ(scene.state("disturbance"), "ordered");
    enter_on("alert.broadcast.do");
    EXPECT_EQ(scene.state("broadcast"), "paused");
    for (int request = 1; request <= 3; ++request) {
        press('1');
        press('2');
    }
    EXPECT_EQ(scene.card(), "trespass");
    press('1');
    EXPECT_EQ(scene.field("number"), "112");
    press('1');
    press('1');
    EXPECT_EQ(scene.state("police"), "handed-over");
}

TEST_F(Keyboard, PlaysScenarioBWithTabAndEnter) {
    for (const char* key : {"disturbance.report", "meeting.suspend", "address.b", "alert.broadcast.do", "request.speak",
                            "request.refuse", "request.speak", "request.refuse", "request.speak", "request.refuse",
                            "police.call", "police.arrive", "police.handover", "disturbance.end"}) {
        const std::size_t before = scene.entries();
        enter_on(key);
        EXPECT_EQ(scene.entries(), before + 1) << key;
    }
    EXPECT_EQ(scene.state("disturbance"), "ended");
}

TEST_F(Keyboard, ComesToTheCardsFirstButtonFirst) {
    press('1');
    scene.pass(600);
    scene.begin(route_to("trespass"));
    scene.driver.key(Key::Tab);
    EXPECT_EQ(scene.driver.focused(), "police.call");
}

TEST_F(Keyboard, CallsForHelpWithZero) {
    press('0');
    EXPECT_EQ(scene.event(), "emergency.declare");
    const std::size_t before = scene.entries();
    press('0');
    EXPECT_EQ(scene.entries(), before) << "the call itself has its own button";
}

TEST_F(Keyboard, TakesBackWithH) {
    press('1');
    press('h');
    ASSERT_TRUE(scene.last().as<StepTakenBack>());
    EXPECT_EQ(scene.card(), "running");
}

TEST_F(Keyboard, WritesANoteWithN) {
    press('n');
    scene.driver.type("Spandoek op de tribune");
    scene.driver.key(Key::Enter, {.control = true});
    const auto* note = scene.last().as<NoteAdded>();
    ASSERT_TRUE(note);
    EXPECT_EQ(note->text, "Spandoek op de tribune");
    EXPECT_FALSE(scene.driver.shows("note.text"));
}

TEST_F(Keyboard, RecordsADeviationWithA) {
    press('a');
    ASSERT_EQ(scene.driver.focused(), "deviation.open.meeting");
    ASSERT_TRUE(scene.driver.tab_to("deviation.open.police"));
    scene.driver.key(Key::Enter);
    ASSERT_TRUE(scene.driver.tab_to("deviation.police.called"));
    scene.driver.key(Key::Enter);
    ASSERT_EQ(scene.driver.focused(), "deviation.reason.0");
    scene.driver.key(Key::Enter);
    ASSERT_TRUE(scene.driver.tab_to("panel.record"));
    scene.driver.key(Key::Enter);
    ASSERT_TRUE(scene.last().as<DeviationRecorded>());
    EXPECT_EQ(scene.state("police"), "called");
}

TEST_F(Keyboard, OpensWhatElseIsPossibleWithM) {
    ASSERT_TRUE(scene.driver.shows("more"));
    press('m');
    ASSERT_EQ(scene.driver.focused(), "panel.close");
    ASSERT_TRUE(scene.driver.tab_to("more.security.call"));
    scene.driver.key(Key::Enter);
    EXPECT_EQ(scene.event(), "security.call");
}

TEST_F(Keyboard, NeverLosesWhatWasTypedWithEscape) {
    press('n');
    scene.driver.type("Eén persoon gooit papier");
    scene.driver.key(Key::Escape);
    scene.driver.key(Key::Escape);
    EXPECT_FALSE(scene.driver.shows("note.text"));
    EXPECT_EQ(scene.entries(), 3U);
    press('n');
    ASSERT_TRUE(scene.driver.shows("note.text"));
    scene.driver.key(Key::Enter, {.control = true});
    ASSERT_TRUE(scene.last().as<NoteAdded>());
    EXPECT_EQ(scene.last().as<NoteAdded>()->text, "Eén persoon gooit papier");
}

TEST_F(Keyboard, TypesDigitsIntoANoteAndTapsNothing) {
    press('n');
    scene.driver.key('1');
    scene.driver.key('0');
    EXPECT_EQ(scene.entries(), 3U);
    scene.driver.key(Key::Enter, {.control = true});
    ASSERT_TRUE(scene.last().as<NoteAdded>());
    EXPECT_EQ(scene.last().as<NoteAdded>()->text, "10");
}

TEST_F(Keyboard, HeldDownRecordsOneThing) {
    scene.driver.key_down(key_of('1'));
    for (int i = 0; i < 40; ++i) {
        scene.pass(100);
        scene.driver.stage().key(key_of('1'), true, {}, Press::Repeat);
        scene.driver.frame();
    }
    scene.driver.key_up(key_of('1'));
    EXPECT_EQ(scene.card(), "suspend");
    EXPECT_EQ(scene.entries(), 4U);
}

}  // namespace
}  // namespace hamer::ui
