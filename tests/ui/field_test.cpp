// Text that is typed, changed, left and never lost.
#include "widget_screen.h"

namespace hamer::ui {
namespace {

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

}  // namespace
}  // namespace hamer::ui
