// What a person did since the last frame, as values; no library's key numbers above this.
#pragma once

#include <string>
#include <vector>

namespace hamer::ui {

// Letters and digits are their capital in ASCII, on the layout in use.
enum class Key : int {
    Space = ' ',
    Escape = 256,
    Enter,
    Tab,
    Backspace,
    Delete,
    Left,
    Right,
    Up,
    Down,
    PageUp,
    PageDown,
    Home,
    End,
    F1 = 290,
    F11 = 300,
};
[[nodiscard]] constexpr Key key_of(char letter_or_digit) {
    return static_cast<Key>(letter_or_digit >= 'a' && letter_or_digit <= 'z' ? letter_or_digit - 'a' + 'A'
                                                                             : letter_or_digit);
}

struct Modifiers {
    bool shift = false;
    bool control = false;
    bool alt = false;

    [[nodiscard]] bool none() const { return !shift && !control && !alt; }
};

enum class Press { First, Repeat };  // Repeat: the keyboard's own repetition while the key stays down

struct KeyPress {
    Key key{};
    Modifiers with;
    Press press = Press::First;
};

struct Input {
    std::vector<KeyPress> presses;
    std::vector<Key> down;  // held at this moment
    std::u32string typed;   // text, in order
    bool pointer_used = false;
    std::vector<std::string> dropped;  // files that were dragged onto the window and let go there, by their paths
};

}  // namespace hamer::ui
