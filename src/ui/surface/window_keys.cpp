#include "ui/surface/window_keys.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

namespace hamer::ui {

std::optional<Key> key_from_glfw(int key, int scan_code) {
    if (key >= GLFW_KEY_0 && key <= GLFW_KEY_9) return key_of(static_cast<char>('0' + (key - GLFW_KEY_0)));
    if (key >= GLFW_KEY_KP_0 && key <= GLFW_KEY_KP_9) return key_of(static_cast<char>('0' + (key - GLFW_KEY_KP_0)));
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
            break;
    }
    const char* name = glfwGetKeyName(key, scan_code);
    if (name == nullptr || name[0] == 0 || name[1] != 0) return std::nullopt;
    const char letter = name[0];
    if ((letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z')) return key_of(letter);
    return std::nullopt;
}

Modifiers modifiers_from_glfw(int mods) {
    return {.shift = (mods & GLFW_MOD_SHIFT) != 0,
            .control = (mods & GLFW_MOD_CONTROL) != 0,
            .alt = (mods & (GLFW_MOD_ALT | GLFW_MOD_SUPER)) != 0};
}

}  // namespace hamer::ui
