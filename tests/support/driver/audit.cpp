#include "support/driver/audit.h"

#include <cmath>
#include <fmt/format.h>
#include <set>

namespace hamer::ui {
namespace {

std::string name(const ShownWidget& seen) { return fmt::format("\"{}\" ({})", seen.label, seen.key); }

bool in_sight(const ShownWidget& seen) { return !seen.visible.empty(); }

// What may not lie on another: things to touch, and words that stand by themselves.
bool solid(const ShownWidget& seen) { return acts(seen) || seen.kind == Kind::Text || seen.kind == Kind::Words; }

void judge_one(const Ui& ui, const ShownWidget& seen, std::vector<std::string>& wrong) {
    const bool readable = seen.contrast_asked > 0;
    if (readable && seen.label.empty()) wrong.push_back(fmt::format("{} has no words", name(seen)));
    if (!seen.text_fits) wrong.push_back(fmt::format("{}: its words do not fit", name(seen)));
    if (readable && contrast(seen.ink, seen.ground) < seen.contrast_asked) {
        wrong.push_back(fmt::format("{} has contrast {:.2f}:1, asked is {}:1", name(seen),
                                    contrast(seen.ink, seen.ground), seen.contrast_asked));
    }
    if (seen.rect.h + 0.5F < seen.height_asked) {
        wrong.push_back(fmt::format("{} is {:.1f} mm high, asked is {:.1f} mm", name(seen),
                                    ui.metrics().in_mm(seen.rect.h), ui.metrics().in_mm(seen.height_asked)));
    }
    if (seen.scroll_key.empty() && !seen.visible.holds(seen.rect, 1)) {
        wrong.push_back(fmt::format("{} is cut off", name(seen)));
    }
    const bool sideways = seen.visible.w + 1 < seen.rect.w && in_sight(seen);
    if (!seen.scroll_key.empty() && sideways) wrong.push_back(fmt::format("{} is cut off sideways", name(seen)));
    if (!seen.enabled && seen.why.empty() && (seen.kind == Kind::Button || seen.kind == Kind::Control)) {
        wrong.push_back(fmt::format("{} cannot be used and does not say why", name(seen)));
    }
}

float apart(const Rect& one, const Rect& other) {
    const float dx = std::max({0.0F, other.x - one.right(), one.x - other.right()});
    const float dy = std::max({0.0F, other.y - one.bottom(), one.y - other.bottom()});
    return std::hypot(dx, dy);
}

void judge_two(const Ui& ui, const ShownWidget& one, const ShownWidget& other, std::vector<std::string>& wrong) {
    if (!in_sight(one) || !in_sight(other) || one.above != other.above) return;
    const Rect both = one.visible.meet(other.visible);
    if (both.w > 1 && both.h > 1) wrong.push_back(fmt::format("{} lies on {}", name(other), name(one)));
    const bool danger = one.danger != other.danger && acts(one) && acts(other);
    if (danger && apart(one.visible, other.visible) + 0.5F < ui.metrics().danger_gap()) {
        wrong.push_back(fmt::format("{} and {} are {:.1f} mm apart, asked are 8 mm", name(one), name(other),
                                    ui.metrics().in_mm(apart(one.visible, other.visible))));
    }
}

}  // namespace

std::vector<std::string> audit(const Ui& ui) {
    std::vector<std::string> wrong;
    std::set<std::string> keys;
    std::vector<const ShownWidget*> judged;
    for (const ShownWidget& seen : ui.shown()) {
        if (!seen.key.empty() && !keys.insert(seen.key).second) {
            wrong.push_back(fmt::format("the key \"{}\" is used twice", seen.key));
        }
        judge_one(ui, seen, wrong);
        if (solid(seen)) judged.push_back(&seen);
    }
    for (std::size_t i = 0; i < judged.size(); ++i) {
        for (std::size_t j = i + 1; j < judged.size(); ++j) judge_two(ui, *judged[i], *judged[j], wrong);
    }
    return wrong;
}

}  // namespace hamer::ui
