#include "platform/window_system.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <cstdlib>
#include <fmt/format.h>

// As in GLFW's header for X11, which would bring all of Xlib; a GLFW for Wayland alone has none.
extern "C" [[gnu::weak]] unsigned long glfwGetX11Window(GLFWwindow* window);

namespace hamer {

bool start_window_library() {
    // Letters and dead keys are put together here: an input method is another program, and Xlib waits for it at each
    // key, for ever where it hangs.
    ::setenv("XMODIFIERS", "@im=none", 1);
#ifdef GLFW_PLATFORM
    // Under Wayland GLFW waits for the owner of the clipboard, and can ask for no screen that stays on; XWayland is
    // nearly everywhere.
    glfwInitHint(GLFW_PLATFORM, GLFW_PLATFORM_X11);
    if (glfwInit() == GLFW_TRUE) return true;
    glfwInitHint(GLFW_PLATFORM, GLFW_ANY_PLATFORM);
#endif
    return glfwInit() == GLFW_TRUE;
}

std::string how_to_get_opengl() { return "Install Debian's package libgl1-mesa-dri."; }

std::string desktop_name_of(GLFWwindow* window) {
    const unsigned long number = glfwGetX11Window == nullptr ? 0 : glfwGetX11Window(window);
    return number == 0 ? std::string() : fmt::format("x11:{:x}", number);
}

void wait_for_events(std::optional<std::int64_t> milliseconds) {
    if (milliseconds) {
        glfwWaitEventsTimeout(static_cast<double>(*milliseconds) / 1000);
    } else {
        glfwWaitEvents();
    }
}

}  // namespace hamer
