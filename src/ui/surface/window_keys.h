// GLFW's keyboard as this program's, each key by what it promises: a letter or digit is what the layout in use types,
// whatever Shift, Caps Lock, Num Lock or AltGr do for that; where a key of the upper row types no digit without them,
// as on a French keyboard, it is also the digit of its place; and the keypad's arrows are arrows when it types no
// digits.
#pragma once

#include "ui/toolkit/widgets/stage.h"

#include <map>
#include <optional>
#include <string>

namespace hamer::ui {

class Keyboard {
  public:
    // Where the keys go; it outlives this.
    explicit Keyboard(Stage& stage) : stage_(stage) {}

    // What GLFW tells, in its order and its numbers: a key, with what it types by itself (glfwGetKeyName; may be null),
    // and the characters that come of it. Needs GLFW_LOCK_KEY_MODS.
    void key(int key, int scan_code, int action, int mods, const char* name);
    void character(char32_t character);
    // After what GLFW had: no more characters come of the last key.
    void settle();

  private:
    struct Pressed {
        int key = 0;
        int scan_code = 0;
        int mods = 0;
        Press press = Press::First;
        std::u32string name;
    };

    void press(Key key, Modifiers with);
    [[nodiscard]] std::optional<Key> command_key() const;
    [[nodiscard]] std::optional<KeyPress> typed_key(char32_t character) const;

    Stage& stage_;
    Pressed last_;
    bool typed_ = false;               // the last key has a character already
    std::optional<Key> unless_typed_;  // of the keypad: what it is when it types nothing
    std::map<int, Key> down_;          // by scan code
};

}  // namespace hamer::ui
