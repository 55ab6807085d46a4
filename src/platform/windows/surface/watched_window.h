// A window whose messages are seen before GLFW sees them.
#pragma once

#include "platform/windows/surface/touch_messages.h"

namespace hamer {

class WatchedWindow final : public WindowWatch {
  public:
    WatchedWindow(HWND window, WindowSigns signs, TouchMessages::KindOf kind_of);
    ~WatchedWindow() override;
    WatchedWindow(const WatchedWindow&) = delete;
    WatchedWindow& operator=(const WatchedWindow&) = delete;

  private:
    static LRESULT CALLBACK receive(HWND window, UINT message, WPARAM wparam, LPARAM lparam);
    [[nodiscard]] std::optional<LRESULT> answer(UINT message, WPARAM wparam, LPARAM lparam);
    void hold_is_no_right_click();

    HWND window_;
    WindowSigns signs_;
    TouchMessages touches_;
    WNDPROC former_ = nullptr;
    HANDLE power_ = nullptr;
};

}  // namespace hamer
