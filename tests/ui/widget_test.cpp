// What widgets do when a person touches them: pointer, keyboard alone, guard, hold, refusal.
#include "widget_screen.h"

namespace hamer::ui {
namespace {

TEST_F(Widgets, TakeOneTapForOneClick) {
    ASSERT_TRUE(driver_.click("speak"));
    EXPECT_EQ(screen_.taken["speak"], 1);
}

TEST_F(Widgets, TakeNoTapThatIsLiftedElsewhere) {
    ASSERT_TRUE(driver_.press("speak"));
    driver_.hover(driver_.find("note.open")->rect.centre());
    driver_.release();
    EXPECT_TRUE(screen_.taken.empty());
}

TEST_F(Widgets, LoseNoClickThatComesInOneBurst) {
    const Point at = driver_.find("speak")->rect.centre();
    driver_.stage().pointer_to(at);
    for (int i = 0; i < 3; ++i) {
        driver_.stage().pointer_press(true);
        driver_.stage().pointer_press(false);
    }
    driver_.settle();
    EXPECT_EQ(screen_.taken["speak"], 3);
}

// As after another window was in front, or when this one opens beneath a pointer that rests.
TEST_F(Widgets, TakeAClickOfAPointerThatDidNotMoveSinceTheKeyboardWasElsewhere) {
    driver_.hover(driver_.find("speak")->rect.centre());
    driver_.stage().input_lost();
    driver_.settle();
    driver_.stage().pointer_press(true);
    driver_.stage().pointer_press(false);
    driver_.settle();
    EXPECT_EQ(screen_.taken["speak"], 1);
}

TEST_F(Widgets, TakeNoTapThatWasBegunWhenTheKeyboardWentElsewhere) {
    ASSERT_TRUE(driver_.press("speak"));
    driver_.stage().input_lost();
    driver_.settle();
    driver_.release();
    EXPECT_EQ(screen_.taken["speak"], 0);
}

TEST_F(Widgets, TakeTheDigitOfTheirKey) {
    driver_.key('2');
    EXPECT_EQ(screen_.taken["remove"], 1);
    EXPECT_EQ(screen_.taken["speak"], 0);
}

TEST_F(Widgets, TakeAHeldDownDigitOnce) {
    driver_.key_down(key_of('1'));
    for (int i = 0; i < 20; ++i) {
        driver_.stage().key(key_of('1'), true, {}, Press::Repeat);
        driver_.frame();
    }
    driver_.key_up(key_of('1'));
    EXPECT_EQ(screen_.taken["speak"], 1);
}

TEST_F(Widgets, TakeNoShortcutWithControlOrAlt) {
    driver_.key(key_of('1'), {.control = true});
    driver_.key(key_of('1'), {.alt = true});
    EXPECT_TRUE(screen_.taken.empty());
}

TEST_F(Widgets, AreWalkedByTabInTheOrderOfDrawing) {
    std::vector<std::string> order;
    for (int i = 0; i < 8; ++i) {
        driver_.key(Key::Tab);
        order.push_back(driver_.focused());
    }
    const std::vector<std::string> expected = {"speak", "remove", "note.open", "note",
                                               "name",  "who",    "consulted", "speak"};
    EXPECT_EQ(order, expected);
    driver_.key(Key::Tab, {.shift = true});
    EXPECT_EQ(driver_.focused(), "consulted");
}

TEST_F(Widgets, ActOnEnterAndOnSpaceWhereTheFocusIs) {
    ASSERT_TRUE(driver_.tab_to("remove"));
    driver_.key(Key::Enter);
    driver_.key(Key::Space);
    EXPECT_EQ(screen_.taken["remove"], 2);
    ASSERT_TRUE(driver_.tab_to("consulted"));
    driver_.key(Key::Space);
    EXPECT_TRUE(screen_.on);
}

TEST_F(Widgets, ChooseWithTheArrowKeys) {
    ASSERT_TRUE(driver_.tab_to("who"));
    driver_.key(Key::Right);
    EXPECT_EQ(screen_.who, "member");
    driver_.key(Key::Right);
    EXPECT_EQ(screen_.who, "member");
    driver_.key(Key::Left);
    EXPECT_EQ(screen_.who, "audience");
    ASSERT_TRUE(driver_.click("who.member"));
    EXPECT_EQ(screen_.who, "member");
}

// The guard.

TEST_F(Widgets, NeverTakeTheSecondTapOfADoubleTap) {
    screen_.guard_after_tap = true;
    for (const std::int64_t apart : {50, 100, 200, 300, 400}) {
        screen_.taken.clear();
        driver_.pass(2000);
        ASSERT_TRUE(driver_.click("speak"));
        driver_.pass(apart > 100 ? apart - 100 : 1);
        ASSERT_TRUE(driver_.click("speak"));
        ASSERT_EQ(screen_.taken["speak"], 1) << apart;
    }
    EXPECT_GT(screen_.too_soon["speak"], 0);
}

TEST_F(Widgets, TakeTapsAgainAfterTheGuard) {
    screen_.guard_after_tap = true;
    driver_.click("speak");
    driver_.pass(600);
    driver_.click("speak");
    EXPECT_EQ(screen_.taken["speak"], 2);
}

TEST_F(Widgets, GuardTheKeyboardToo) {
    screen_.guard_after_tap = true;
    driver_.key('1');
    driver_.key('1');
    driver_.key('2');
    EXPECT_EQ(screen_.taken["speak"], 1);
    EXPECT_EQ(screen_.taken["remove"], 0);
}

TEST_F(Widgets, TakeNoTapThatBeganWithinTheGuardAndEndsAfterIt) {
    screen_.guard_after_tap = true;
    driver_.click("speak");
    ASSERT_TRUE(driver_.press("remove"));
    driver_.pass(900);
    driver_.release();
    EXPECT_EQ(screen_.taken["remove"], 0);
}

TEST_F(Widgets, ShowThatTheyAreGuarded) {
    screen_.guard_after_tap = true;
    driver_.click("speak");
    EXPECT_TRUE(driver_.find("speak")->guarded);
    EXPECT_TRUE(driver_.ui().wake().has_value());
    driver_.pass(600);
    EXPECT_FALSE(driver_.find("speak")->guarded);
}

// Refusals and holding.

TEST_F(Widgets, SayWhyWhenTheyCannotBeUsed) {
    screen_.can_remove = false;
    driver_.settle();
    ASSERT_TRUE(driver_.click("remove"));
    EXPECT_EQ(screen_.taken["remove"], 0);
    ASSERT_TRUE(driver_.find("refusal"));
    EXPECT_EQ(driver_.find("refusal")->label, "Pas na een geweigerd verzoek");
    driver_.pass(5000);
    EXPECT_FALSE(driver_.find("refusal"));
}

TEST_F(Widgets, SayWhyToTheKeyboardToo) {
    screen_.can_remove = false;
    driver_.key('2');
    EXPECT_TRUE(driver_.shows("refusal"));
    ASSERT_TRUE(driver_.tab_to("remove"));
}

TEST_F(Widgets, LettingGoOfWhatWasTakenIsNoTapOnWhatCannotBeUsedMeanwhile) {
    screen_.hold_ms = 800;
    ASSERT_TRUE(driver_.press("remove"));
    driver_.pass(900);
    EXPECT_EQ(screen_.taken["remove"], 1);
    screen_.can_remove = false;
    driver_.pass(100);
    driver_.release();
    EXPECT_FALSE(driver_.shows("refusal"));
    ASSERT_TRUE(driver_.click("remove"));
    EXPECT_TRUE(driver_.shows("refusal")) << "a tap of its own is one";
}

TEST_F(Widgets, ThatMustBeHeldTakeNoMereTap) {
    screen_.hold_ms = 800;
    driver_.click("remove");
    EXPECT_EQ(screen_.taken["remove"], 0);
    EXPECT_TRUE(driver_.reads("Houd de knop ingedrukt"));
}

TEST_F(Widgets, ThatMustBeHeldAreTakenOnceWhenHeldLongEnough) {
    screen_.hold_ms = 800;
    ASSERT_TRUE(driver_.press("remove"));
    driver_.pass(500);
    EXPECT_EQ(screen_.taken["remove"], 0);
    driver_.pass(400);
    driver_.pass(2000);
    driver_.release();
    EXPECT_EQ(screen_.taken["remove"], 1);
}

TEST_F(Widgets, ThatMustBeHeldCanBeHeldByKey) {
    screen_.hold_ms = 800;
    driver_.key_down(key_of('2'));
    driver_.pass(900);
    driver_.key_up(key_of('2'));
    EXPECT_EQ(screen_.taken["remove"], 1);
}

}  // namespace
}  // namespace hamer::ui
