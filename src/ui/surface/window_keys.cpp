#include "ui/surface/window_keys.h"

#define GLFW_INCLUDE_NONE
#include "base/fold.h"
#include "base/utf.h"

#include <GLFW/glfw3.h>
#include <utility>

namespace hamer::ui {
namespace {

constexpr char32_t first_beyond_latin = 0x370;  // from Greek on

Modifiers modifiers_from_glfw(int mods) {
    return {.shift = (mods & GLFW_MOD_SHIFT) != 0,
            .control = (mods & GLFW_MOD_CONTROL) != 0,
            .alt = (mods & (GLFW_MOD_ALT | GLFW_MOD_SUPER)) != 0};
}

// A key that is the same on every layout.
std::optional<Key> named_key(int key) {
    switch (key) {
        case GLFW_KEY_SPACE:
            return Key::Space;
        case GLFW_KEY_ESCAPE:
            return Key::Escape;
        case GLFW_KEY_ENTER:
        case GLFW_KEY_KP_ENTER:
            return Key::Enter;
        case GLFW_KEY_TAB:
            return Key::Tab;
        case GLFW_KEY_BACKSPACE:
            return Key::Backspace;
        case GLFW_KEY_DELETE:
            return Key::Delete;
        case GLFW_KEY_LEFT:
            return Key::Left;
        case GLFW_KEY_RIGHT:
            return Key::Right;
        case GLFW_KEY_UP:
            return Key::Up;
        case GLFW_KEY_DOWN:
            return Key::Down;
        case GLFW_KEY_PAGE_UP:
            return Key::PageUp;
        case GLFW_KEY_PAGE_DOWN:
            return Key::PageDown;
        case GLFW_KEY_HOME:
            return Key::Home;
        case GLFW_KEY_END:
            return Key::End;
        case GLFW_KEY_F1:
            return Key::F1;
        case GLFW_KEY_F11:
            return Key::F11;
        default:
            return std::nullopt;
    }
}

// What a key of the keypad is when it types nothing; no value where that is nothing.
std::optional<Key> keypad_key(int key) {
    switch (key) {
        case GLFW_KEY_KP_1:
            return Key::End;
        case GLFW_KEY_KP_2:
            return Key::Down;
        case GLFW_KEY_KP_3:
            return Key::PageDown;
        case GLFW_KEY_KP_4:
            return Key::Left;
        case GLFW_KEY_KP_6:
            return Key::Right;
        case GLFW_KEY_KP_7:
            return Key::Home;
        case GLFW_KEY_KP_8:
            return Key::Up;
        case GLFW_KEY_KP_9:
            return Key::PageUp;
        case GLFW_KEY_KP_DECIMAL:
            return Key::Delete;
        default:
            return std::nullopt;
    }
}

bool is_digit(char32_t character) { return character >= U'0' && character <= U'9'; }
bool is_letter(char32_t character) {
    return (character >= U'a' && character <= U'z') || (character >= U'A' && character <= U'Z');
}

std::optional<Key> digit_by_place(int key) {
    if (key < GLFW_KEY_0 || key > GLFW_KEY_9) return std::nullopt;
    return key_of(static_cast<char>('0' + (key - GLFW_KEY_0)));
}

std::optional<Key> letter_by_place(int key) {
    if (key < GLFW_KEY_A || key > GLFW_KEY_Z) return std::nullopt;
    return key_of(static_cast<char>('A' + (key - GLFW_KEY_A)));
}

// But for capitals.
bool same(char32_t one, const std::u32string& other) {
    return other.size() == 1 && fold(to_utf8(std::u32string_view(&one, 1))) == fold(to_utf8(other));
}

}  // namespace

void Keyboard::press(Key key, Modifiers with) {
    down_[last_.scan_code] = key;
    stage_.key(key, true, with, last_.press);
}

void Keyboard::settle() {
    if (const auto key = std::exchange(unless_typed_, std::nullopt)) {
        // Shift is what made it type nothing, if it is down.
        Modifiers with = modifiers_from_glfw(last_.mods);
        with.shift = false;
        press(*key, with);
    }
}

void Keyboard::key(int key, int scan_code, int action, int mods, const char* name) {
    settle();
    if (action == GLFW_RELEASE) {
        const auto found = down_.find(scan_code);
        if (found == down_.end()) return;
        stage_.key(found->second, false, modifiers_from_glfw(mods));
        down_.erase(found);
        return;
    }
    last_ = {key, scan_code, mods, action == GLFW_REPEAT ? Press::Repeat : Press::First,
             to_utf32(name == nullptr ? "" : name)};
    typed_ = false;
    const Modifiers with = modifiers_from_glfw(mods);
    const bool command = with.control || with.alt;
    if (const auto named = named_key(key)) {
        press(*named, with);
    } else if (const auto moves = keypad_key(key)) {
        const bool digits = (mods & GLFW_MOD_NUM_LOCK) != 0;
        if (!(command && digits)) unless_typed_ = moves;
    } else if (command) {
        if (const auto letter = command_key()) press(*letter, with);
    }
}

// With Ctrl or Alt nothing is typed.
std::optional<Key> Keyboard::command_key() const {
    if (const auto digit = digit_by_place(last_.key)) return digit;
    if (last_.name.size() != 1) return std::nullopt;
    const char32_t name = last_.name.front();
    if (is_letter(name)) return key_of(static_cast<char>(name));
    return name >= first_beyond_latin ? letter_by_place(last_.key) : std::nullopt;
}

std::optional<KeyPress> Keyboard::typed_key(char32_t character) const {
    if (is_digit(character)) return KeyPress{key_of(static_cast<char>(character)), {}, last_.press};
    Modifiers with;
    with.shift = (last_.mods & GLFW_MOD_SHIFT) != 0;
    if (is_letter(character)) return KeyPress{key_of(static_cast<char>(character)), with, last_.press};
    if (with.shift || !same(character, last_.name)) return std::nullopt;
    auto by_place = digit_by_place(last_.key);
    if (!by_place && character >= first_beyond_latin) by_place = letter_by_place(last_.key);
    if (!by_place) return std::nullopt;
    return KeyPress{*by_place, with, last_.press};
}

void Keyboard::character(char32_t character) {
    if ((last_.mods & GLFW_MOD_SUPER) != 0) return;
    unless_typed_.reset();
    if (!std::exchange(typed_, true)) {
        if (const auto made = typed_key(character)) press(made->key, made->with);
    }
    stage_.typed(character);
}

}  // namespace hamer::ui
