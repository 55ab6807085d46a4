// Typing with fingers: when the keyboard on the screen is asked for, and how what is typed stays in sight of it.
#pragma once

#include "platform/screen_keyboard.h"
#include "ui/surface/fingers.h"

#include <optional>

namespace hamer::ui {

class FingerTyping {
  public:
    // After each frame: whether the keyboard is to come (true) or go (false); nothing: as it is. It is asked for again
    // by each finger in a field, as a person may have closed it.
    [[nodiscard]] std::optional<bool> wish(const Ui& ui, const Fingers& fingers);
    // How many pixels higher all is to be shown, so that the field that takes text is beside what is covered. As long
    // as a finger presses it stays as it is: what the finger is on would move away from under it.
    [[nodiscard]] int lift(const CoveredPart& covered, const Ui& ui, const Fingers& fingers);

  private:
    int lift_ = 0;
    bool wished_ = false;
    std::uint64_t presses_ = 0;
};

// The same where no finger presses.
[[nodiscard]] int lift_above(const CoveredPart& covered, const Ui& ui);

}  // namespace hamer::ui
