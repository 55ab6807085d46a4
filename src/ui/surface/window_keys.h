// GLFW's keys as this program's.
#pragma once

#include "ui/widgets/input.h"

#include <optional>

namespace hamer::ui {

// Digits by their place on the keyboard or keypad, letters by the layout in use.
[[nodiscard]] std::optional<Key> key_from_glfw(int key, int scan_code);
[[nodiscard]] Modifiers modifiers_from_glfw(int mods);

}  // namespace hamer::ui
