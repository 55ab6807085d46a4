#include "platform/window_system.h"

#include "platform/windows/system.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#define GLFW_EXPOSE_NATIVE_WIN32
#include <GLFW/glfw3native.h>
#include <algorithm>
#include <fmt/format.h>

namespace hamer {

bool start_window_library() { return glfwInit() == GLFW_TRUE; }

std::string how_to_get_opengl() { return "Install the graphics card's own driver."; }

std::string desktop_name_of(GLFWwindow* window) {
    const HWND handle = glfwGetWin32Window(window);
    return handle == nullptr ? std::string() : fmt::format("{:x}", reinterpret_cast<std::uintptr_t>(handle));
}

// GLFW 3.3 of Debian 12 waits with a time limit for no message that is sent rather than posted, such as that the
// machine woke, and, as it is compiled for Windows XP, maybe for none of a finger: they would come when the time is
// over. https://github.com/glfw/glfw/issues/2408
void wait_for_events(std::optional<std::int64_t> milliseconds) {
    const DWORD most =
        milliseconds ? static_cast<DWORD>(std::clamp<std::int64_t>(*milliseconds, 0, 0x7FFFFFFF)) : INFINITE;
    ::MsgWaitForMultipleObjectsEx(0, nullptr, most, QS_ALLINPUT, MWMO_INPUTAVAILABLE);
    glfwPollEvents();
}

}  // namespace hamer
