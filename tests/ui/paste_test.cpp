// A text that comes from the clipboard when its owner is ready: at once, late, or never.
#include "widget_screen.h"

namespace hamer::ui {
namespace {

// Another program's: its text comes when the test says so.
class Others final : public Clipboard {
  public:
    void ask() override {
        ++asked;
        coming_.reset();
    }
    void ask_picture() override { ask(); }
    std::optional<std::string> take() override { return std::exchange(coming_, std::nullopt); }
    void put(std::string text) override { given = std::move(text); }
    void come(std::string text) { coming_ = std::move(text); }

    int asked = 0;
    std::string given;

  private:
    std::optional<std::string> coming_;
};

class Paste : public Widgets {
  protected:
    Paste() { driver_.stage().use(clipboard_); }

    void paste() { driver_.key(key_of('v'), {.control = true}); }
    void edit(const char* key) { ASSERT_TRUE(driver_.click(key)); }

    Others clipboard_;
};

TEST_F(Paste, ComesInTheOrderInWhichItWasAskedFor) {
    edit("name");
    driver_.type("a");
    paste();
    driver_.type("c");
    EXPECT_EQ(screen_.name, "a");
    clipboard_.come("b");
    driver_.settle();
    EXPECT_EQ(screen_.name, "abc");
}

TEST_F(Paste, IsGivenUpAfterASecondAndWhatWasTypedMeanwhileIsThere) {
    edit("name");
    paste();
    driver_.type("Jansen");
    driver_.pass(Clipboard::patience.count());
    driver_.settle();
    EXPECT_EQ(screen_.name, "Jansen");
    clipboard_.come("te laat");
    driver_.settle();
    EXPECT_EQ(screen_.name, "Jansen");
}

TEST_F(Paste, KeepsNobodyInTheFieldWhoLeavesItByEscOrByATap) {
    edit("name");
    paste();
    driver_.type("Jan");
    driver_.key(Key::Escape);
    EXPECT_EQ(screen_.name, "Jan");
    EXPECT_FALSE(driver_.ui().editing());
    edit("name");
    paste();
    driver_.type("sen");
    ASSERT_TRUE(driver_.click("consulted"));
    EXPECT_EQ(screen_.name, "Jansen");
    EXPECT_TRUE(screen_.on);
}

TEST_F(Paste, IsInTheTextThatIsSubmittedRightAfterIt) {
    edit("name");
    paste();
    driver_.key(Key::Enter);
    EXPECT_FALSE(screen_.submitted);
    clipboard_.come("De Vries");
    driver_.settle();
    EXPECT_TRUE(screen_.submitted);
    EXPECT_EQ(screen_.name, "De Vries");
}

TEST_F(Paste, MayBeAskedForTwiceInARow) {
    edit("name");
    paste();
    paste();
    driver_.type("!");
    clipboard_.come("ha");
    driver_.settle();
    EXPECT_EQ(clipboard_.asked, 2);
    clipboard_.come("ho");
    driver_.settle();
    EXPECT_EQ(screen_.name, "haho!");
}

TEST_F(Paste, TakesTheKeysOfNoOtherField) {
    edit("name");
    paste();
    driver_.key(Key::Tab, {.shift = true});
    driver_.type("x");
    EXPECT_EQ(screen_.note, "x");
    EXPECT_EQ(screen_.name, "");
}

TEST_F(Paste, PutsWhatIsCopiedWhereOthersFindIt) {
    edit("name");
    driver_.type("Jansen");
    driver_.key(key_of('a'), {.control = true});
    driver_.key(key_of('x'), {.control = true});
    EXPECT_EQ(clipboard_.given, "Jansen");
    EXPECT_EQ(screen_.name, "");
}

}  // namespace
}  // namespace hamer::ui
