#include "ui/surface/finger_typing.h"

#include <algorithm>
#include <cmath>

namespace hamer::ui {

std::optional<bool> FingerTyping::wish(const Ui& ui, const Fingers& fingers) {
    if (fingers.pressing()) return std::nullopt;  // it may go from one field to another
    const bool pressed = presses_ != fingers.presses();
    presses_ = fingers.presses();
    if (!ui.editing()) {
        if (!wished_) return std::nullopt;
        wished_ = false;
        return false;
    }
    if (!fingers.by_finger() || (wished_ && !pressed)) return std::nullopt;
    wished_ = true;
    return true;
}

int FingerTyping::lift(const CoveredPart& covered, const Ui& ui, const Fingers& fingers) {
    if (!fingers.pressing()) lift_ = lift_above(covered, ui);
    return lift_;
}

int lift_above(const CoveredPart& covered, const Ui& ui) {
    if (covered.empty()) return 0;
    const auto& shown = ui.shown();
    const auto field = std::find_if(shown.begin(), shown.end(), [&](const ShownWidget& each) {
        return each.kind == Kind::Field && ui.edits(each.key);
    });
    if (field == shown.end()) return 0;
    const float gap = ui.metrics().gap(Gap::Tight);
    const Rect& seen = field->visible;
    const Rect beneath{static_cast<float>(covered.left), static_cast<float>(covered.top),
                       static_cast<float>(covered.right - covered.left),
                       static_cast<float>(covered.bottom - covered.top)};
    if (seen.empty() || seen.inset(-gap).meet(beneath).empty()) return 0;
    const float asked = seen.bottom() + gap - beneath.y;
    return static_cast<int>(std::ceil(std::clamp(asked, 0.0F, std::max(0.0F, seen.y - gap))));
}

}  // namespace hamer::ui
