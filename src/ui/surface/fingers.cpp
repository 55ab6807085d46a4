#include "ui/surface/fingers.h"

#include <cfloat>
#include <cmath>
#include <utility>

namespace hamer::ui {

namespace {

constexpr Point nowhere{-FLT_MAX, -FLT_MAX};
// A mouse that is made of a finger comes at once, or when the system knows that it was a tap.
constexpr std::int64_t made_of_finger_ms = 1000;
constexpr float made_of_finger_mm = 5;

}  // namespace

void Fingers::move_to(Point at) { stage_.pointer_to({at.x, at.y + lift_}); }

void Fingers::begin(bool by_finger) {
    by_finger_ = by_finger;
    ++presses_;
    stage_.pointer_press(true);
}

void Fingers::press(const TouchPoint& point) {
    // One that is alone on the screen tells that the last one left it, even if that was not heard.
    if (finger_ && (point.alone || *finger_ == point.finger)) let_go();
    if (finger_ || mouse_down_) return;
    finger_ = point.finger;
    finger_at_ = {point.x, point.y};
    move_to(finger_at_);
    begin(true);
}

// Elsewhere, where it taps nothing.
void Fingers::let_go() {
    finger_.reset();
    stage_.pointer_to(nowhere);
    stage_.pointer_press(false);
}

void Fingers::touch(const TouchPoint& point, std::int64_t now_ms) {
    if (point.phase == TouchPhase::Down) return press(point);
    const bool cancelled = point.phase == TouchPhase::Cancelled;  // and then without a place
    const Point at = cancelled ? finger_at_ : Point{point.x, point.y};
    if (point.phase != TouchPhase::Move) {
        lifted_ms_ = now_ms;
        lifted_at_ = at;
    }
    if (finger_ != point.finger) return;
    if (cancelled) return let_go();
    if (at.x != finger_at_.x || at.y != finger_at_.y) move_to(at);
    finger_at_ = at;
    if (point.phase == TouchPhase::Move) return;
    finger_.reset();
    stage_.pointer_press(false);
    stage_.pointer_to(nowhere);  // no finger hovers
}

bool Fingers::of_finger(Point at, std::int64_t now_ms) const {
    if (finger_) return true;
    if (!lifted_ms_ || now_ms - *lifted_ms_ >= made_of_finger_ms) return false;
    const float near = stage_.theme().metrics().mm(made_of_finger_mm);
    return std::hypot(at.x - lifted_at_.x, at.y - lifted_at_.y) <= near;
}

void Fingers::mouse_to(Point at, std::int64_t now_ms) {
    mouse_at_ = at;
    if (mouse_down_ || !of_finger(at, now_ms)) move_to(at);
}

void Fingers::mouse_press(bool down, std::int64_t now_ms) {
    if (!down) {
        if (std::exchange(mouse_down_, false)) stage_.pointer_press(false);
        return;
    }
    if (finger_) return;
    if (mouse_at_) {
        if (of_finger(*mouse_at_, now_ms)) return;
        if (lifted_ms_) move_to(*mouse_at_);  // the finger took the pointer along
    }
    mouse_down_ = true;
    begin(false);
}

void Fingers::mouse_gone() {
    if (!finger_ && !mouse_down_) stage_.pointer_to(nowhere);  // one that is held down is still told of
}

void Fingers::input_lost() {
    if (finger_) let_go();
    mouse_down_ = false;
    stage_.input_lost();
}

void Fingers::shown(const Display& display, float lifted) {
    const bool another = (display_ && *display_ != display) || lifted != lift_;
    display_ = display;
    lift_ = lifted;
    if (another && finger_) let_go();
}

}  // namespace hamer::ui
