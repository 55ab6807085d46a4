// The small window of `hamer selftest`, which shows one sentence at a time.
#pragma once

#include "base/text.h"
#include "ui/surface/window.h"

#include <functional>

namespace hamer {

class TestWindow {
  public:
    TestWindow(ui::Window& window, Language language) : window_(window), say_{language} {}

    enum class End { Done, Late, Closed, Interrupted };
    // Draws until `done` says so, for so long at most. A finger or a button that is down meanwhile is noted.
    End draw_until(std::int64_t at_most_ms, const char* words, const std::function<bool()>& done);

    [[nodiscard]] bool pressed() const { return pressed_; }
    [[nodiscard]] bool by_finger() const { return window_.last_press_by_finger(); }
    // How many were made; that anybody could see them nothing tells.
    [[nodiscard]] std::uint64_t frames() const { return window_.frames(); }
    [[nodiscard]] const Say& say() const { return say_; }

  private:
    ui::Window& window_;
    Say say_;
    bool pressed_ = false;
};

}  // namespace hamer
