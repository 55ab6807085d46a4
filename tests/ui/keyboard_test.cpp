// Keys by what they promise, on the layouts that people have: what GLFW tells of each, and what it does here.
#include "ui/surface/window_keys.h"
#include "widget_screen.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

namespace hamer::ui {
namespace {

struct Told {
    int key = 0;            // GLFW's, by place on an American keyboard
    const char* name = "";  // what it types by itself
    const char32_t* typed = U"";
    int mods = 0;
};

class Keys : public Widgets {
  protected:
    void press(const Told& told, int scan_code = 10) {
        keyboard_.key(told.key, scan_code, GLFW_PRESS, told.mods, told.name);
        for (const char32_t* each = told.typed; *each != 0; ++each) keyboard_.character(*each);
        keyboard_.settle();
        driver_.settle();
        keyboard_.key(told.key, scan_code, GLFW_RELEASE, told.mods, told.name);
        driver_.settle();
    }
    int taken(const Told& told, const char* what) {
        screen_.taken.clear();
        press(told);
        return screen_.taken[what];
    }

    Keyboard keyboard_{driver_.stage()};
};

constexpr int num_lock = GLFW_MOD_NUM_LOCK;

TEST_F(Keys, OfTheUpperRowAreTheirDigitsByPlaceAndAsTyped) {
    EXPECT_EQ(taken({GLFW_KEY_1, "1", U"1"}, "speak"), 1);
    EXPECT_EQ(taken({GLFW_KEY_1, "&", U"&"}, "speak"), 1) << "French, by place";
    EXPECT_EQ(taken({GLFW_KEY_1, "&", U"1", GLFW_MOD_SHIFT}, "speak"), 1) << "French, as typed";
    EXPECT_EQ(taken({GLFW_KEY_2, "é", U"é"}, "remove"), 1) << "French, by place";
    EXPECT_EQ(taken({GLFW_KEY_2, "é", U"É", GLFW_MOD_CAPS_LOCK}, "remove"), 1) << "French with Caps Lock";
    EXPECT_EQ(taken({GLFW_KEY_5, "1", U"1"}, "speak"), 1) << "classic Dvorak: what it types goes before its place";
}

TEST_F(Keys, WithShiftOrAltGrAreNoDigitsWhereTheyTypeOtherThings) {
    EXPECT_EQ(taken({GLFW_KEY_1, "1", U"!", GLFW_MOD_SHIFT}, "speak"), 0);
    EXPECT_EQ(taken({GLFW_KEY_2, "é", U"~"}, "remove"), 0) << "AltGr on a French keyboard";
    EXPECT_EQ(taken({GLFW_KEY_1, "1", U"¹"}, "speak"), 0) << "AltGr on a Dutch one";
    EXPECT_EQ(taken({GLFW_KEY_N, "n", U"ñ"}, "note.open"), 0) << "AltGr, or after a dead key";
    EXPECT_EQ(taken({GLFW_KEY_N, "n"}, "note.open"), 0) << "a dead key";
}

TEST_F(Keys, AreTheLettersThatTheLayoutTypes) {
    EXPECT_EQ(taken({GLFW_KEY_L, "n", U"n"}, "note.open"), 1) << "Dvorak";
    EXPECT_EQ(taken({GLFW_KEY_N, "b", U"b"}, "note.open"), 0) << "Dvorak";
    EXPECT_EQ(taken({GLFW_KEY_N, "n", U"N", GLFW_MOD_CAPS_LOCK}, "note.open"), 1) << "Caps Lock";
    EXPECT_EQ(taken({GLFW_KEY_N, "ν", U"ν"}, "note.open"), 1) << "Greek has no n: by place";
}

TEST_F(Keys, OfTheKeypadAreDigitsWhenTheyTypeThemAndArrowsWhenNot) {
    EXPECT_EQ(taken({GLFW_KEY_KP_1, nullptr, U"1", num_lock}, "speak"), 1);
    EXPECT_EQ(taken({GLFW_KEY_KP_1, nullptr, U"1", GLFW_MOD_SHIFT}, "speak"), 1) << "Shift without Num Lock";
    EXPECT_EQ(taken({GLFW_KEY_KP_1, nullptr, U"1"}, "speak"), 1) << "a keypad that knows no arrows";
    EXPECT_EQ(taken({GLFW_KEY_KP_1, nullptr}, "speak"), 0);
    EXPECT_EQ(taken({GLFW_KEY_KP_0, nullptr}, "speak"), 0);
    ASSERT_TRUE(driver_.click("name"));
    driver_.type("bd");
    press({GLFW_KEY_KP_7, nullptr});
    press({GLFW_KEY_A, "a", U"a"});
    press({GLFW_KEY_KP_6, nullptr, U"", GLFW_MOD_SHIFT | num_lock});
    press({GLFW_KEY_C, "c", U"c"});
    EXPECT_EQ(screen_.name, "abcd");
    press({GLFW_KEY_KP_DECIMAL, nullptr});
    press({GLFW_KEY_KP_4, nullptr, U"4", num_lock});
    press({GLFW_KEY_KP_DECIMAL, nullptr, U",", num_lock});
    EXPECT_EQ(screen_.name, "abc4,");
    press({GLFW_KEY_KP_5, nullptr});
    press({GLFW_KEY_KP_1, nullptr, U"", GLFW_MOD_CONTROL | num_lock});
    EXPECT_EQ(screen_.name, "abc4,");
}

TEST_F(Keys, WithControlAreCommandsByTheLayoutAndByPlaceWhereItHasNoLetters) {
    ASSERT_TRUE(driver_.click("name"));
    driver_.type("Jansen");
    press({GLFW_KEY_Q, "a", U"", GLFW_MOD_CONTROL});  // French
    press({GLFW_KEY_B, "x", U"", GLFW_MOD_CONTROL});  // Dvorak
    EXPECT_EQ(screen_.name, "");
    press({GLFW_KEY_V, "ω", U"", GLFW_MOD_CONTROL});  // Greek
    EXPECT_EQ(screen_.name, "Jansen");
}

TEST_F(Keys, ThatAreHeldEndWhenTheyAreLetGoWhateverTheyTypeThen) {
    screen_.hold_ms = 700;
    keyboard_.key(GLFW_KEY_2, 11, GLFW_PRESS, 0, "é");
    keyboard_.character(U'é');
    driver_.frame();
    driver_.pass(300);
    keyboard_.key(GLFW_KEY_2, 11, GLFW_RELEASE, GLFW_MOD_SHIFT, "é");
    driver_.settle();
    driver_.pass(1000);
    EXPECT_EQ(screen_.taken["remove"], 0);
    keyboard_.key(GLFW_KEY_2, 11, GLFW_PRESS, 0, "é");
    keyboard_.character(U'é');
    driver_.frame();
    driver_.pass(800);
    driver_.settle();
    EXPECT_EQ(screen_.taken["remove"], 1);
}

TEST_F(Keys, ThatRepeatThemselvesAreTakenOnce) {
    keyboard_.key(GLFW_KEY_1, 10, GLFW_PRESS, 0, "1");
    keyboard_.character(U'1');
    for (int i = 0; i < 3; ++i) {
        keyboard_.key(GLFW_KEY_1, 10, GLFW_REPEAT, 0, "1");
        keyboard_.character(U'1');
    }
    driver_.settle();
    EXPECT_EQ(screen_.taken["speak"], 1);
}

}  // namespace
}  // namespace hamer::ui
