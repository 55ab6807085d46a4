// Fingers and the mouse as the one pointer that a stage knows: what a finger does is what the left button does, at the
// finger's place. So a tap is a click, one that is held holds, and one that moves scrolls (toolkit/widgets/scroll.h).
//
// One at a time: whoever comes while another one presses is not heard until it comes anew. A press that the system
// takes away, or under which the window changes, taps nothing. Some systems make a mouse of a finger too, afterwards: a
// press of the mouse where a finger was a moment ago is that, and none of its own.
#pragma once

#include "platform/window_watch.h"
#include "ui/toolkit/widgets/stage.h"

#include <cstdint>
#include <optional>

namespace hamer::ui {

class Fingers {
  public:
    // Where all goes; it outlives this.
    explicit Fingers(Stage& stage) : stage_(stage) {}

    // What the system tells, in its order; places in pixels of the window. `now_ms` is monotonic.
    void touch(const TouchPoint& point, std::int64_t now_ms);
    void mouse_to(Point at, std::int64_t now_ms);
    void mouse_press(bool down, std::int64_t now_ms);
    void mouse_gone();  // out of the window
    void input_lost();  // the window has the keyboard no more

    // What the window shows now: its size, and how many pixels higher than it lies on the stage.
    void shown(const Display& display, float lifted);

    [[nodiscard]] bool pressing() const { return finger_.has_value(); }
    // Whether the last press was a finger's, and how many there were.
    [[nodiscard]] bool by_finger() const { return by_finger_; }
    [[nodiscard]] std::uint64_t presses() const { return presses_; }

  private:
    void press(const TouchPoint& point);
    void let_go();
    void move_to(Point at);
    void begin(bool by_finger);
    [[nodiscard]] bool of_finger(Point at, std::int64_t now_ms) const;

    Stage& stage_;
    std::optional<std::uint32_t> finger_;  // the one that presses
    Point finger_at_;
    std::optional<std::int64_t> lifted_ms_;  // the last one that was, and where
    Point lifted_at_;
    std::optional<Point> mouse_at_;
    bool mouse_down_ = false;
    bool by_finger_ = false;
    std::uint64_t presses_ = 0;
    std::optional<Display> display_;
    float lift_ = 0;
};

}  // namespace hamer::ui
