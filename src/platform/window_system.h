// What the window library, GLFW, does not say the same way everywhere. From the main thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

struct GLFWwindow;

namespace hamer {

// Starts GLFW, with what no other program can hold up. False where there is no display; glfwGetError says why.
[[nodiscard]] bool start_window_library();

// What to do where a window has no OpenGL, as a sentence in English.
[[nodiscard]] std::string how_to_get_opengl();

// What the desktop's own dialogs call a window, to stand over it; empty where it has no such name.
[[nodiscard]] std::string desktop_name_of(GLFWwindow* window);

// Waits until something came for the window, `milliseconds` at most, and hands it over as glfwPollEvents does.
void wait_for_events(std::optional<std::int64_t> milliseconds);

}  // namespace hamer
