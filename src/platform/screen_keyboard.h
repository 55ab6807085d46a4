// The keyboard that the system shows on the screen to who has no other. Whoever shows it may hang, so it is asked on a
// thread of its own; no call waits. From the main thread.
#pragma once

#include <functional>
#include <memory>

struct GLFWwindow;

namespace hamer {

// A part of a window, in pixels from its top left.
struct CoveredPart {
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;

    [[nodiscard]] bool empty() const { return right <= left || bottom <= top; }
    bool operator==(const CoveredPart&) const = default;
};

class ScreenKeyboard {
  public:
    virtual ~ScreenKeyboard() = default;
    // A finger chose a field to type in, or what was typed in is left. The system decides: where another keyboard is at
    // hand, or it has none for the screen, nothing comes.
    virtual void wish(bool shown) = 0;
    // What of the window lies beneath it now, as far as is known.
    [[nodiscard]] virtual CoveredPart covers() const = 0;
};

// `changed` is called from another thread when it came or went. Null where the desktop sees to it by itself.
[[nodiscard]] std::unique_ptr<ScreenKeyboard> screen_keyboard(GLFWwindow* window, std::function<void()> changed);

}  // namespace hamer
