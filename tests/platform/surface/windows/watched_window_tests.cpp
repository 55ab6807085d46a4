// What a window of Windows hears of fingers, and what is kept from GLFW. The messages are sent by the tests: Wine makes
// none of a finger.
#include "platform/windows/surface/watched_window.h"

#include <gtest/gtest.h>
#include <tpcshrd.h>
#include <vector>

namespace hamer {
namespace {

POINTER_INPUT_TYPE kind = PT_TOUCH;
POINTER_INPUT_TYPE kind_of_test(UINT32) { return kind; }

std::vector<UINT> passed_on;  // to who had the window before
LRESULT CALLBACK former(HWND window, UINT message, WPARAM wparam, LPARAM lparam) {
    passed_on.push_back(message);
    return ::DefWindowProcW(window, message, wparam, lparam);
}

class WatchedWindowTest : public testing::Test {
  protected:
    WatchedWindowTest() {
        kind = PT_TOUCH;
        // A window for messages alone needs no display.
        window_ = ::CreateWindowExW(0, L"STATIC", L"", 0, 0, 0, 300, 200, HWND_MESSAGE, nullptr,
                                    ::GetModuleHandleW(nullptr), nullptr);
        ::SetWindowLongPtrW(window_, GWLP_WNDPROC, reinterpret_cast<LONG_PTR>(&former));
        watch();
        passed_on.clear();
    }
    ~WatchedWindowTest() override {
        watched_.reset();
        ::DestroyWindow(window_);
    }
    void watch() {
        watched_ = std::make_unique<WatchedWindow>(
            window_,
            WindowSigns{.touched = [this](const TouchPoint& point) { points_.push_back(point); },
                        .woke = [this] { ++woken_; }},
            &kind_of_test);
    }
    void point(UINT message, int x, int y, WORD flags = POINTER_MESSAGE_FLAG_INCONTACT, WORD finger = 11) {
        POINT at{x, y};
        ::ClientToScreen(window_, &at);
        ::SendMessageW(window_, message, MAKEWPARAM(finger, flags), MAKELPARAM(at.x, at.y));
    }
    LRESULT mouse(UINT message, LPARAM extra) {
        ::SetMessageExtraInfo(extra);
        const LRESULT answer = ::SendMessageW(window_, message, 0, MAKELPARAM(5, 5));
        ::SetMessageExtraInfo(0);
        return answer;
    }
    [[nodiscard]] static bool passed(UINT message) {
        return std::find(passed_on.begin(), passed_on.end(), message) != passed_on.end();
    }

    HWND window_ = nullptr;
    std::unique_ptr<WatchedWindow> watched_;
    std::vector<TouchPoint> points_;
    int woken_ = 0;
};

TEST_F(WatchedWindowTest, TellsWhatAFingerDoesAndPassesNoneOfItOn) {
    constexpr WORD contact = POINTER_MESSAGE_FLAG_INCONTACT;
    point(WM_POINTERDOWN, 10, 20, contact | POINTER_MESSAGE_FLAG_PRIMARY);
    point(WM_POINTERUPDATE, 12, 25);
    point(WM_POINTERUP, 13, -400, 0);
    ASSERT_EQ(points_.size(), 3U);
    EXPECT_EQ(points_[0].phase, TouchPhase::Down);
    EXPECT_EQ(points_[0].finger, 11U);
    EXPECT_EQ(points_[0].x, 10);
    EXPECT_EQ(points_[0].y, 20);
    EXPECT_TRUE(points_[0].alone);
    EXPECT_EQ(points_[1].phase, TouchPhase::Move);
    EXPECT_EQ(points_[1].y, 25);
    EXPECT_EQ(points_[2].phase, TouchPhase::Up);
    EXPECT_EQ(points_[2].y, -400) << "beyond the edge, and that of the screen";
    EXPECT_FALSE(passed(WM_POINTERDOWN) || passed(WM_POINTERUPDATE) || passed(WM_POINTERUP))
        << "Windows makes a mouse of what is passed on";
}

TEST_F(WatchedWindowTest, TellsOfASecondFingerThatItIsNotAlone) {
    point(WM_POINTERDOWN, 1, 1, POINTER_MESSAGE_FLAG_INCONTACT | POINTER_MESSAGE_FLAG_PRIMARY);
    point(WM_POINTERDOWN, 2, 2, POINTER_MESSAGE_FLAG_INCONTACT, 12);
    ASSERT_EQ(points_.size(), 2U);
    EXPECT_EQ(points_[1].finger, 12U);
    EXPECT_FALSE(points_[1].alone);
}

TEST_F(WatchedWindowTest, TellsWhenAFingerIsTakenAway) {
    point(WM_POINTERDOWN, 1, 1);
    point(WM_POINTERUP, 1, 1, POINTER_MESSAGE_FLAG_CANCELED);
    point(WM_POINTERDOWN, 1, 1);
    ::SendMessageW(window_, WM_POINTERCAPTURECHANGED, MAKEWPARAM(11, 0), 0);
    point(WM_POINTERUP, 1, 1, 0);
    ASSERT_EQ(points_.size(), 4U);
    EXPECT_EQ(points_[1].phase, TouchPhase::Cancelled);
    EXPECT_EQ(points_[3].phase, TouchPhase::Cancelled) << "and of that one nothing more";
}

TEST_F(WatchedWindowTest, LeavesAPenToTheWindowLibrary) {
    kind = PT_PEN;
    point(WM_POINTERDOWN, 1, 1);
    point(WM_POINTERUPDATE, 1, 1);
    point(WM_POINTERUP, 1, 1, 0);
    EXPECT_TRUE(points_.empty());
    EXPECT_TRUE(passed(WM_POINTERDOWN) && passed(WM_POINTERUPDATE) && passed(WM_POINTERUP));
}

TEST_F(WatchedWindowTest, KeepsAMouseThatIsMadeOfAFinger) {
    mouse(WM_LBUTTONDOWN, 0xFF515780);
    mouse(WM_MOUSEMOVE, 0xFF515783);
    mouse(WM_RBUTTONUP, 0xFF5157FF);
    EXPECT_TRUE(passed_on.empty());
    mouse(WM_LBUTTONDOWN, 0);
    EXPECT_TRUE(passed(WM_LBUTTONDOWN)) << "one of its own";
    mouse(WM_LBUTTONUP, 0xFF515703);
    EXPECT_TRUE(passed(WM_LBUTTONUP)) << "one of a pen";
    mouse(WM_KEYDOWN, 0xFF515780);
    EXPECT_TRUE(passed(WM_KEYDOWN)) << "no mouse";
}

TEST_F(WatchedWindowTest, MakesNoRightClickOfHolding) {
    const LRESULT answer = ::SendMessageW(window_, WM_TABLET_QUERYSYSTEMGESTURESTATUS, 0, 0);
    EXPECT_NE(answer & TABLET_DISABLE_PRESSANDHOLD, 0);
    const auto property = reinterpret_cast<ULONG_PTR>(::GetPropW(window_, L"MicrosoftTabletPenServiceProperty"));
    EXPECT_NE(property & TABLET_DISABLE_PRESSANDHOLD, 0U);
}

TEST_F(WatchedWindowTest, TellsThatTheMachineWokeAndPassesItOn) {
    ::SendMessageW(window_, WM_POWERBROADCAST, PBT_APMRESUMEAUTOMATIC, 0);
    EXPECT_EQ(woken_, 1);
    ::SendMessageW(window_, WM_DISPLAYCHANGE, 32, MAKELPARAM(800, 1280));
    EXPECT_EQ(woken_, 2);
    ::SendMessageW(window_, WM_SETTINGCHANGE, 0, reinterpret_cast<LPARAM>(L"ConvertibleSlateMode"));
    EXPECT_EQ(woken_, 3);
    EXPECT_TRUE(passed(WM_POWERBROADCAST) && passed(WM_DISPLAYCHANGE) && passed(WM_SETTINGCHANGE));
}

TEST_F(WatchedWindowTest, LeavesTheWindowAsItWas) {
    watched_.reset();
    point(WM_POINTERDOWN, 1, 1);
    EXPECT_TRUE(points_.empty());
    EXPECT_TRUE(passed(WM_POINTERDOWN));
    EXPECT_EQ(::GetPropW(window_, L"MicrosoftTabletPenServiceProperty"), nullptr);
    EXPECT_EQ(::GetWindowLongPtrW(window_, GWLP_WNDPROC), reinterpret_cast<LONG_PTR>(&former));
}

}  // namespace
}  // namespace hamer
