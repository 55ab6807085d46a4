// What the system tells a window that the window library, GLFW, does not pass on: the fingers on its screen, and that
// what it shows may be old. From the main thread.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>

struct GLFWwindow;

namespace hamer {

enum class TouchPhase { Down, Move, Up, Cancelled };

// A finger at one moment.
struct TouchPoint {
    std::uint32_t finger = 0;  // the same from Down until Up or Cancelled
    TouchPhase phase = TouchPhase::Down;
    float x = 0;  // pixels from the window's top left; of a finger that came from inside, beyond its edges too
    float y = 0;
    bool alone = false;  // at Down: no other finger is on that screen
};

// Called while GLFW waits for events or takes them, in the order in which they came among its own.
struct WindowSigns {
    std::function<void(const TouchPoint&)> touched{};
    // The machine slept, was locked, its screen was turned or became a tablet's: clocks went on, and what is seen may
    // be gone.
    std::function<void()> woke{};
};

// Watches a window for as long as it lives; it goes before the window.
class WindowWatch {
  public:
    virtual ~WindowWatch() = default;
};

// Null where there is nothing to add: under X11 a finger comes as a mouse, by GLFW. Where there is a watch, no finger
// comes as a mouse, nor does one that is held make a press of the right button.
[[nodiscard]] std::unique_ptr<WindowWatch> watch_window(GLFWwindow* window, WindowSigns signs);

// Whether a finger can be told from a mouse here.
[[nodiscard]] bool fingers_are_told_apart();

}  // namespace hamer
