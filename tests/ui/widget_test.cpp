// What widgets do when a person touches them: pointer, keyboard alone, guard, hold, refusal, and text that is never
// lost.
#include "ui/driver/driver.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/field.h"
#include "ui/widgets/log_list.h"

#include <gtest/gtest.h>
#include <map>

namespace hamer::ui {
namespace {

// A screen with two big buttons, a field of each kind, a choice and a toggle, and what was done on it.
struct Screen {
    std::map<std::string, int> taken;
    std::map<std::string, int> too_soon;
    std::string note;
    std::string name;
    std::string who = "audience";
    bool on = false;
    bool guard_after_tap = false;
    bool can_remove = true;
    int hold_ms = 0;
    bool submitted = false;

    void count(Ui& ui, const char* key, Tap tap) {
        if (tap == Tap::TooSoon) ++too_soon[key];
        if (tap != Tap::Taken) return;
        ++taken[key];
        if (guard_after_tap) ui.guard_until(ui.now() + 500);
    }

    void draw(Ui& ui) {
        Column column(ui.area().inset(20), ui.metrics().danger_gap());
        const float big = ui.metrics().main_button();
        count(ui, "speak",
              big_button(ui, column.next(big), {.key = "speak", .label = "Uitgesproken", .shortcut = '1'}));
        count(ui, "remove",
              big_button(ui, column.next(big),
                         {.key = "remove",
                          .label = "Verwijderen",
                          .shortcut = '2',
                          .enabled = can_remove,
                          .why = "Pas na een geweigerd verzoek",
                          .hold_ms = hold_ms,
                          .hold_hint = "Houd de knop ingedrukt"}));
        const float small = ui.metrics().control();
        count(ui, "note.open",
              quiet_button(ui, column.next(small), {.key = "note.open", .label = "Notitie", .shortcut = 'n'}));
        const Field text_field{.key = "note", .label = "Wat", .many_lines = true};
        field(ui, column.next(field_height(ui, text_field, note, 300)), text_field, note);
        const Field name_field{.key = "name", .label = "Naam"};
        submitted =
            field(ui, column.next(field_height(ui, name_field, name, 300)), name_field, name).submitted || submitted;
        const std::string chosen =
            choice(ui, column.next(small),
                   {.key = "who", .segments = {{"audience", "Publiek"}, {"member", "Raadslid"}}, .chosen = who});
        if (!chosen.empty()) who = chosen;
        if (toggle(ui, column.next(small), {.key = "consulted", .label = "Geraadpleegd", .on = on})) on = !on;
    }
};

class Widgets : public testing::Test {
  protected:
    Screen screen_;
    Driver driver_{[this](Ui& ui) { screen_.draw(ui); }};
};

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

// Text.

TEST_F(Widgets, TakeTextWhereOneTapped) {
    ASSERT_TRUE(driver_.click("note"));
    driver_.type("Geroep op de tribune: één €");
    EXPECT_EQ(screen_.note, "Geroep op de tribune: één €");
}

TEST_F(Widgets, TakeDigitsAsTextAndNotAsShortcutsWhileTextIsEdited) {
    ASSERT_TRUE(driver_.click("note"));
    driver_.key('1');
    driver_.key('n');
    EXPECT_EQ(screen_.note, "1n");
    EXPECT_TRUE(screen_.taken.empty());
}

TEST_F(Widgets, LeaveTheTextOnEscAndLoseNothingOfIt) {
    ASSERT_TRUE(driver_.click("name"));
    driver_.type("De Vries");
    driver_.key(Key::Escape);
    EXPECT_EQ(screen_.name, "De Vries");
    EXPECT_FALSE(driver_.ui().editing());
    driver_.key('1');
    EXPECT_EQ(screen_.name, "De Vries");
    EXPECT_EQ(screen_.taken["speak"], 1);
}

TEST_F(Widgets, LoseNoTextToATapElsewhere) {
    ASSERT_TRUE(driver_.click("name"));
    driver_.type("Jansen");
    ASSERT_TRUE(driver_.click("consulted"));
    EXPECT_EQ(screen_.name, "Jansen");
    EXPECT_TRUE(screen_.on);
}

TEST_F(Widgets, GoOnToTheNextFieldWithTab) {
    ASSERT_TRUE(driver_.tab_to("note"));
    driver_.type("een");
    driver_.key(Key::Tab);
    driver_.type("twee");
    EXPECT_EQ(screen_.note, "een");
    EXPECT_EQ(screen_.name, "twee");
}

TEST_F(Widgets, MakeANewLineOnlyInAFieldOfManyLines) {
    ASSERT_TRUE(driver_.click("note"));
    driver_.type("een\ntwee");
    EXPECT_EQ(screen_.note, "een\ntwee");
    ASSERT_TRUE(driver_.click("name"));
    driver_.type("Jansen\n");
    EXPECT_EQ(screen_.name, "Jansen");
    EXPECT_TRUE(screen_.submitted);
}

TEST_F(Widgets, EditTextWithTheUsualKeys) {
    ASSERT_TRUE(driver_.click("name"));
    driver_.type("Jansen");
    driver_.key(Key::Backspace);
    driver_.key(Key::Home);
    driver_.type("M. ");
    EXPECT_EQ(screen_.name, "M. Janse");
    driver_.key(key_of('z'), {.control = true});
    driver_.key(key_of('a'), {.control = true});
    driver_.type("Vos");
    EXPECT_EQ(screen_.name, "Vos");
}

TEST_F(Widgets, GrowWithTheirTextSoThatNothingIsOutOfSight) {
    const float before = driver_.find("note")->rect.h;
    ASSERT_TRUE(driver_.click("note"));
    driver_.type(std::string(600, 'x'));
    driver_.settle();
    EXPECT_GT(driver_.find("note")->rect.h, before);
}

// Scrolling and the log.

TEST(ScrollArea, BringsTheWidgetWithTheFocusIntoView) {
    Driver driver([](Ui& ui) {
        Scroll scroll(ui, "area", {50, 50, 400, 200});
        Column column(scroll.content(), 8);
        for (int i = 0; i < 20; ++i) {
            const std::string key = "b" + std::to_string(i);
            (void)quiet_button(ui, column.next(ui.metrics().control()), {.key = key, .label = "Knop"});
        }
        scroll.extent(column.used());
    });
    EXPECT_TRUE(driver.find("b15")->visible.empty());
    ASSERT_TRUE(driver.tab_to("b15"));
    EXPECT_TRUE(driver.find("area")->rect.holds(driver.find("b15")->rect, 6));
    ASSERT_TRUE(driver.reveal("b0"));
}

TEST(ScrollArea, IsDraggedByAFingerWithoutTappingWhatLiesUnderIt) {
    int taken = 0;
    Driver driver([&taken](Ui& ui) {
        Scroll scroll(ui, "area", {50, 50, 400, 200});
        Column column(scroll.content(), 8);
        for (int i = 0; i < 20; ++i) {
            const std::string key = "b" + std::to_string(i);
            const bool tapped =
                quiet_button(ui, column.next(ui.metrics().control()), {.key = key, .label = "Knop"}) == Tap::Taken;
            if (tapped) ++taken;
        }
        scroll.extent(column.used());
    });
    const float before = driver.find("b0")->rect.y;
    driver.drag({200, 220}, {200, 80});
    EXPECT_LT(driver.find("b0")->rect.y, before - 50);
    EXPECT_EQ(taken, 0);
}

class Log : public testing::Test {
  protected:
    void draw(Ui& ui) {
        const int opened = log_list(ui, {50, 50, 400, 300},
                                    {.key = "log", .empty = "Nog niets", .count = count_, .row = [this](int index) {
                                         ++asked_;
                                         return LogRow{.time = "20:14:05",
                                                       .text = "Stap " + std::to_string(index),
                                                       .detail = index % 3 == 0 ? "met een toelichting" : ""};
                                     }});
        if (opened >= 0) opened_ = opened;
    }
    int count_ = 50;
    int asked_ = 0;
    int opened_ = -1;
    Driver driver_{[this](Ui& ui) { draw(ui); }};
};

TEST_F(Log, ShowsTheNewestRowFirst) {
    EXPECT_LT(driver_.find("log.49")->rect.y, driver_.find("log.48")->rect.y);
    EXPECT_FALSE(driver_.find("log.0"));
}

TEST_F(Log, OpensTheRowThatIsTapped) {
    ASSERT_TRUE(driver_.click("log.47"));
    EXPECT_EQ(opened_, 47);
}

TEST_F(Log, OpensTheRowThatIsChosenWithArrowKeys) {
    ASSERT_TRUE(driver_.tab_to("log"));
    for (int i = 0; i < 20; ++i) driver_.key(Key::Down);
    driver_.key(Key::Enter);
    EXPECT_EQ(opened_, 30);
    EXPECT_FALSE(driver_.find("log.30")->visible.empty());
}

TEST_F(Log, AsksOnlyForRowsInSight) {
    count_ = 10000;
    driver_.settle();
    asked_ = 0;
    driver_.frame();
    EXPECT_LT(asked_, 15);
}

TEST_F(Log, SaysWhenThereIsNothing) {
    count_ = 0;
    driver_.settle();
    EXPECT_TRUE(driver_.reads("Nog niets"));
}

}  // namespace
}  // namespace hamer::ui
