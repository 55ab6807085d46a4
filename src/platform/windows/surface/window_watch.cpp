// Windows gives a window what fingers do as WM_POINTER; what it does not take comes back as a mouse's. GLFW 3.3 takes
// none, so they are taken before it sees them.
// https://learn.microsoft.com/windows/win32/inputmsg/wm-pointerdown
#include "platform/window_watch.h"

#include "platform/windows/surface/watched_window.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#define GLFW_EXPOSE_NATIVE_WIN32
#include <GLFW/glfw3native.h>
#include <tpcshrd.h>
#include <utility>

namespace hamer {

namespace {

constexpr auto own_property = L"HamerWatchedWindow";
// https://learn.microsoft.com/windows/win32/tablet/wm-tablet-querysystemgesturestatus-message
constexpr auto pen_property = L"MicrosoftTabletPenServiceProperty";
constexpr DWORD plain_touch = TABLET_DISABLE_PRESSANDHOLD | TABLET_DISABLE_PENTAPFEEDBACK |
                              TABLET_DISABLE_PENBARRELFEEDBACK | TABLET_DISABLE_FLICKS;

POINTER_INPUT_TYPE kind_of_pointer(UINT32 pointer) {
    static const auto ask = system_function<decltype(&::GetPointerType)>(L"user32.dll", "GetPointerType");
    POINTER_INPUT_TYPE kind = PT_POINTER;
    if (ask == nullptr || ask(pointer, &kind) == 0) return PT_POINTER;
    return kind;
}

}  // namespace

WatchedWindow::WatchedWindow(HWND window, WindowSigns signs, TouchMessages::KindOf kind_of)
    : window_(window), signs_(std::move(signs)), touches_(kind_of) {
    ::SetPropW(window_, own_property, this);
    former_ = reinterpret_cast<WNDPROC>(
        ::SetWindowLongPtrW(window_, GWLP_WNDPROC, reinterpret_cast<LONG_PTR>(&WatchedWindow::receive)));
    hold_is_no_right_click();
    // A machine that sleeps as a telephone does (Modern Standby) tells those alone who ask.
    // https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-registersuspendresumenotification
    using Register = HANDLE(WINAPI*)(HANDLE, DWORD);
    if (const auto ask = system_function<Register>(L"user32.dll", "RegisterSuspendResumeNotification"))
        power_ = ask(window_, DEVICE_NOTIFY_WINDOW_HANDLE);
}

WatchedWindow::~WatchedWindow() {
    using Unregister = BOOL(WINAPI*)(HANDLE);
    const auto end = system_function<Unregister>(L"user32.dll", "UnregisterSuspendResumeNotification");
    if (power_ != nullptr && end != nullptr) end(power_);
    ::SetWindowLongPtrW(window_, GWLP_WNDPROC, reinterpret_cast<LONG_PTR>(former_));
    ::RemovePropW(window_, pen_property);
    ::RemovePropW(window_, own_property);
}

// Nor does Windows wait to see whether it will be one, or draw a ring or square while a finger or pen is held.
void WatchedWindow::hold_is_no_right_click() {
    ::SetPropW(window_, pen_property, reinterpret_cast<HANDLE>(static_cast<ULONG_PTR>(plain_touch)));
    using Set = BOOL(WINAPI*)(HWND, FEEDBACK_TYPE, DWORD, UINT32, const void*);
    const auto set = system_function<Set>(L"user32.dll", "SetWindowFeedbackSetting");
    if (set == nullptr) return;
    const BOOL off = FALSE;
    for (const FEEDBACK_TYPE each : {FEEDBACK_TOUCH_PRESSANDHOLD, FEEDBACK_TOUCH_RIGHTTAP, FEEDBACK_PEN_PRESSANDHOLD,
                                     FEEDBACK_PEN_RIGHTTAP, FEEDBACK_GESTURE_PRESSANDTAP}) {
        set(window_, each, 0, sizeof off, &off);
    }
}

LRESULT CALLBACK WatchedWindow::receive(HWND window, UINT message, WPARAM wparam, LPARAM lparam) {
    auto* self = static_cast<WatchedWindow*>(::GetPropW(window, own_property));
    if (self == nullptr) return ::DefWindowProcW(window, message, wparam, lparam);
    if (const auto answer = self->answer(message, wparam, lparam)) return *answer;
    return ::CallWindowProcW(self->former_, window, message, wparam, lparam);
}

// No value for what goes on to GLFW.
std::optional<LRESULT> WatchedWindow::answer(UINT message, WPARAM wparam, LPARAM lparam) {
    const auto read = touches_.read(window_, message, wparam, lparam);
    if (read.point && signs_.touched) signs_.touched(*read.point);
    if (read.of_finger || is_made_of_finger(message, ::GetMessageExtraInfo())) return 0;
    switch (message) {
        case WM_TABLET_QUERYSYSTEMGESTURESTATUS:
            return static_cast<LRESULT>(plain_touch);
        case WM_POWERBROADCAST:
        case WM_DISPLAYCHANGE:
        case WM_SETTINGCHANGE:
            if (signs_.woke) signs_.woke();
            return std::nullopt;
        default:
            return std::nullopt;
    }
}

std::unique_ptr<WindowWatch> watch_window(GLFWwindow* window, WindowSigns signs) {
    const HWND handle = glfwGetWin32Window(window);
    if (handle == nullptr) return nullptr;
    return std::make_unique<WatchedWindow>(handle, std::move(signs), &kind_of_pointer);
}

// Since Windows 8; Hamer begins on no older one.
bool fingers_are_told_apart() { return true; }

}  // namespace hamer
