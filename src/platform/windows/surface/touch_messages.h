// What a message of Windows says of a finger.
// https://learn.microsoft.com/windows/win32/inputmsg/messages-and-notifications-portal
#pragma once

#include "platform/window_watch.h"
#include "platform/windows/system.h"

#include <optional>
#include <set>

namespace hamer {

// Which messages are of fingers, and what they say. A pen, and a mouse, are left to GLFW.
class TouchMessages {
  public:
    // Of which kind a pointer is that came down.
    using KindOf = POINTER_INPUT_TYPE (*)(UINT32 pointer);
    explicit TouchMessages(KindOf kind_of) : kind_of_(kind_of) {}

    struct Read {
        bool of_finger = false;             // else it is another's
        std::optional<TouchPoint> point{};  // one that says nothing new of a finger has none
    };
    // `window`, for the place of its corner on the screen.
    [[nodiscard]] Read read(HWND window, UINT message, WPARAM wparam, LPARAM lparam);

  private:
    KindOf kind_of_;
    std::set<UINT32> down_;
};

// Whether a message of a mouse was made of a finger by Windows, by what GetMessageExtraInfo says of it.
// https://learn.microsoft.com/windows/win32/tablet/system-events-and-mouse-messages
[[nodiscard]] bool is_made_of_finger(UINT message, LPARAM extra);

}  // namespace hamer
