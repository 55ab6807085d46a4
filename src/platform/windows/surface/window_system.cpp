#include "platform/window_system.h"

#include "platform/windows/system.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#define GLFW_EXPOSE_NATIVE_WIN32
#include <GLFW/glfw3native.h>
#include <cstdint>
#include <fmt/format.h>

namespace hamer {

bool start_window_library() { return glfwInit() == GLFW_TRUE; }

std::string how_to_get_opengl() { return "Install the graphics card's own driver."; }

std::string desktop_name_of(GLFWwindow* window) {
    const HWND handle = glfwGetWin32Window(window);
    return handle == nullptr ? std::string() : fmt::format("{:x}", reinterpret_cast<std::uintptr_t>(handle));
}

}  // namespace hamer
