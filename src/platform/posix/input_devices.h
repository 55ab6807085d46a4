// The machine's devices for input, as Linux lists them in /proc/bus/input/devices.
#pragma once

#include <istream>

namespace hamer {

// Whether one of the list is a screen that is touched by fingers: it points at what it shows, and tells of more than
// one finger.
[[nodiscard]] bool lists_touch_screen(std::istream& devices);

}  // namespace hamer
