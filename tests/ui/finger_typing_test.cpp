// The keyboard on the screen: when it is asked for, and that what is typed stays in sight.
#include "ui/surface/finger_typing.h"

#include "widget_screen.h"

namespace hamer::ui {
namespace {

class TypingByFinger : public Widgets {
  protected:
    std::optional<bool> wish() { return typing_.wish(driver_.ui(), fingers_); }
    void tap(const char* key) {
        const Point at = driver_.find(key)->visible.centre();
        const auto tell = [&](TouchPhase phase) {
            fingers_.touch({.finger = 1, .phase = phase, .x = at.x, .y = at.y, .alone = true}, driver_.now());
            driver_.settle();
        };
        tell(TouchPhase::Down);
        tell(TouchPhase::Up);
    }
    void click(const char* key) {
        driver_.pass(2000);
        fingers_.mouse_to(driver_.find(key)->visible.centre(), driver_.now());
        fingers_.mouse_press(true, driver_.now());
        driver_.settle();
        fingers_.mouse_press(false, driver_.now());
        driver_.settle();
    }
    [[nodiscard]] CoveredPart below(float y) const {
        return {.left = 0, .top = static_cast<int>(y), .right = 1280, .bottom = 800};
    }
    // What the window does after each frame.
    int show() {
        const int higher = typing_.lift(covered_, driver_.ui(), fingers_);
        fingers_.shown(driver_.stage().display(), static_cast<float>(higher));
        return higher;
    }
    // Of a finger on what is seen where it is shown, down and up in frames of their own.
    void tap_lifted(const char* key, int higher) {
        const Point at = driver_.find(key)->visible.centre();
        for (const TouchPhase phase : {TouchPhase::Down, TouchPhase::Up}) {
            fingers_.touch(
                {.finger = 1, .phase = phase, .x = at.x, .y = at.y - static_cast<float>(higher), .alone = true},
                driver_.now());
            driver_.frame();
            show();
            driver_.settle();
        }
    }
    CoveredPart covered_{};
    Fingers fingers_{driver_.stage()};
    FingerTyping typing_;
};

TEST_F(TypingByFinger, AsksForTheKeyboardInAFieldAlone) {
    EXPECT_EQ(wish(), std::nullopt);
    tap("speak");
    EXPECT_EQ(wish(), std::nullopt);
    tap("note");
    EXPECT_EQ(wish(), true);
    EXPECT_EQ(wish(), std::nullopt) << "once";
    tap("speak");
    EXPECT_EQ(wish(), false);
    EXPECT_EQ(wish(), std::nullopt);
}

TEST_F(TypingByFinger, AsksForItAnewForAPersonWhoClosedIt) {
    tap("note");
    EXPECT_EQ(wish(), true);
    tap("note");
    EXPECT_EQ(wish(), true);
    driver_.type("abc");
    EXPECT_EQ(wish(), std::nullopt);
    EXPECT_EQ(screen_.note, "abc");
}

TEST_F(TypingByFinger, AsksForNoneWhoHasAMouseOrAKeyboard) {
    click("note");
    EXPECT_TRUE(driver_.ui().editing());
    EXPECT_EQ(wish(), std::nullopt);
    click("speak");
    EXPECT_EQ(wish(), std::nullopt);
    driver_.tab_to("name");
    EXPECT_EQ(wish(), std::nullopt);
}

TEST_F(TypingByFinger, LiftsAFieldThatIsCoveredAndNoOther) {
    const Rect name = driver_.find("name")->visible;
    EXPECT_EQ(lift_above(below(name.y + 4), driver_.ui()), 0) << "nobody types";
    tap("name");
    const int lifted = lift_above(below(name.y + 4), driver_.ui());
    EXPECT_GE(static_cast<float>(lifted), name.bottom() - (name.y + 4));
    EXPECT_LE(static_cast<float>(lifted), name.h + 20);
    EXPECT_EQ(lift_above({}, driver_.ui()), 0);
    EXPECT_EQ(lift_above(below(name.bottom() + 40), driver_.ui()), 0) << "it lies above the keyboard";
    const CoveredPart beside{.left = static_cast<int>(name.right()) + 40, .top = 0, .right = 3000, .bottom = 800};
    EXPECT_EQ(lift_above(beside, driver_.ui()), 0) << "a small keyboard beside it";
}

TEST_F(TypingByFinger, LiftsNoFieldOutOfTheWindow) {
    tap("name");
    const Rect name = driver_.find("name")->visible;
    EXPECT_LE(static_cast<float>(lift_above(below(0), driver_.ui())), name.y);
}

TEST_F(TypingByFinger, TakesATapWhileAllIsShownHigher) {
    tap("name");
    EXPECT_EQ(wish(), true);
    covered_ = below(driver_.find("name")->visible.y + 4);
    const int higher = show();
    ASSERT_GT(higher, 0);
    tap_lifted("remove", higher);
    EXPECT_EQ(screen_.taken["remove"], 1);
    EXPECT_EQ(show(), 0);
    EXPECT_EQ(wish(), false);
}

TEST_F(TypingByFinger, GoesFromFieldToFieldWithTheKeyboardThere) {
    tap("name");
    EXPECT_EQ(wish(), true);
    covered_ = below(driver_.find("name")->visible.y + 4);
    const int higher = show();
    ASSERT_GT(higher, 0);
    const Point at = driver_.find("note")->visible.centre();
    fingers_.touch(
        {.finger = 1, .phase = TouchPhase::Down, .x = at.x, .y = at.y - static_cast<float>(higher), .alone = true},
        driver_.now());
    driver_.frame();
    EXPECT_EQ(show(), higher) << "the finger stays on what it is on";
    EXPECT_EQ(wish(), std::nullopt) << "the keyboard does not go and come back";
    tap_lifted("note", higher);
    EXPECT_TRUE(driver_.ui().edits("note"));
    EXPECT_EQ(wish(), true);
}

TEST_F(TypingByFinger, LiftsItFurtherAsItGrows) {
    tap("note");
    const Rect note = driver_.find("note")->visible;
    const CoveredPart covered = below(note.bottom() + 20);
    EXPECT_EQ(lift_above(covered, driver_.ui()), 0);
    for (int i = 0; i < 40; ++i) driver_.type("de orde verstoord ");
    driver_.settle();
    const Rect grown = driver_.find("note")->visible;
    ASSERT_GT(grown.h, note.h + 20);
    EXPECT_LE(grown.bottom() - static_cast<float>(lift_above(covered, driver_.ui())), static_cast<float>(covered.top));
}

}  // namespace
}  // namespace hamer::ui
