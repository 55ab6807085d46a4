// What shows a window in lists of windows, task bars and title bars. Some desktops take it from here, others from the
// desktop entry of the window's name; both are the same picture (assets/icons).
#pragma once

struct GLFWwindow;

namespace hamer::ui {

// The name by which a desktop knows whose window it is: that of the entry in assets/.
inline constexpr const char* application_id = "nl.hamer.Hamer";

// From the main thread. Where the desktop takes no icon from a window nothing happens.
void set_window_icon(GLFWwindow* window);

}  // namespace hamer::ui
