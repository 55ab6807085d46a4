#include "ui/toolkit/widgets/button.h"

#include "ui/toolkit/widgets/button_look.h"

#include <cmath>

namespace hamer::ui {
namespace {

// The places of a big button's parts.
struct BigParts {
    TextBlock label;
    TextBlock below;  // detail, or why it cannot be used
    float side = 0;   // margin
    bool pictured = false;
    float lead = 0;  // of the key and icon before the text
    float text_left = 0;
    float text_width = 0;
    float height = 0;  // of the text
};

std::string_view below_of(const BigButton& button) { return button.enabled ? button.detail : button.why; }

BigParts big_parts(Ui& ui, const BigButton& button, float width) {
    const Metrics& m = ui.metrics();
    BigParts parts;
    // Three side by side in a small window: the words need the room, the picture and the margins give it.
    const bool tight = width < m.with_type(300);
    const float side = m.gap(tight ? Gap::Normal : Gap::Wide);
    const float cap = button.shortcut != 0 ? keycap_size(ui) + m.gap(Gap::Normal) : 0;
    const bool hero = button.type == Type::Display;
    parts.side = side;
    parts.pictured = button.icon != Icon::None && (!tight || button.shortcut == 0);
    const float picture = parts.pictured && !hero ? m.with_type(26) + m.gap(Gap::Snug) : 0;
    parts.lead = cap + picture;
    // In the huge one, where the key stands in a corner, the words have all the width.
    parts.text_left = hero ? side : side + cap + picture;
    parts.text_width = std::max(m.px(40), width - parts.text_left - side);
    parts.label = lay_out(ui.fonts(), button.type, button.label, parts.text_width, Breaking::Balanced, 0.94F);
    parts.height = parts.label.height;
    if (!below_of(button).empty()) {
        const Type small = hero ? Type::Body : Type::Small;
        parts.below = lay_out(ui.fonts(), small, below_of(button), parts.text_width, Breaking::Full, 0.96F);
        parts.height += parts.below.height;
    }
    if (hero && button.icon != Icon::None) parts.height += m.with_type(64) + m.gap(Gap::Normal);
    return parts;
}

void draw_hero(Ui& ui, Rect rect, const BigButton& button, const BigParts& parts, const ButtonLook& look) {
    const Metrics& m = ui.metrics();
    float y = rect.centre().y - parts.height / 2;
    if (button.icon != Icon::None) {
        ui.paint().icon_sized({rect.centre().x, y + m.with_type(32)}, button.icon, look.ink, m.with_type(60));
        y += m.with_type(64) + m.gap(Gap::Normal);
    }
    const Rect place{rect.x + parts.text_left, y, parts.text_width, parts.label.height};
    ui.paint().text(place, parts.label, look.ink, Align::Centre);
    if (!parts.below.lines.empty()) {
        ui.paint().text({place.x, y + parts.label.height, place.w, parts.below.height}, parts.below, look.ink_soft,
                        Align::Centre);
    }
    const float size = keycap_size(ui);
    const Rect cap{rect.x + m.gap(Gap::Wide), rect.y + m.gap(Gap::Wide), size, size};
    const Rect words{rect.centre().x - parts.label.width / 2, y, parts.label.width, parts.label.height};
    if (button.shortcut != 0 && cap.meet(words).empty()) keycap(ui, cap, button.shortcut, look);
}

void draw_big(Ui& ui, Rect rect, const BigButton& button, const BigParts& parts, const ButtonLook& look) {
    const Metrics& m = ui.metrics();
    float x = rect.x + parts.side;
    // A button that stands alone, without a key, has its words in the middle.
    if (button.shortcut == 0) {
        const float words = std::max(parts.label.width, parts.below.width);
        x = std::max(x, rect.centre().x - (parts.lead + words) / 2);
    }
    const float text_left = x + parts.lead;
    if (button.shortcut != 0) {
        const float size = keycap_size(ui);
        keycap(ui, {x, rect.centre().y - size / 2, size, size}, button.shortcut, look);
        x += size + m.gap(Gap::Normal);
    }
    if (parts.pictured) {
        ui.paint().icon({x + m.with_type(13), rect.centre().y}, button.enabled ? button.icon : Icon::Blocked, look.ink);
    }
    const float y = rect.centre().y - parts.height / 2;
    ui.paint().text({text_left, y, parts.text_width, parts.label.height}, parts.label, look.ink);
    if (!parts.below.lines.empty()) {
        ui.paint().text({text_left, y + parts.label.height, parts.text_width, parts.below.height}, parts.below,
                        look.ink_soft);
    }
}

}  // namespace

float big_button_height(Ui& ui, const BigButton& button, float width) {
    const SmallerType smaller(ui, largest_type(ui, [&] { return big_button_fits(ui, button, width); }));
    const BigParts parts = big_parts(ui, button, width);
    return std::max(ui.metrics().main_button(), std::ceil(parts.height + 2 * ui.metrics().gap(Gap::Snug)));
}

bool big_button_fits(Ui& ui, const BigButton& button, float width) {
    const BigParts parts = big_parts(ui, button, width);
    return !parts.label.word_broken && !parts.below.word_broken;
}

Tap big_button(Ui& ui, Rect rect, const BigButton& button) {
    const Touch state = touch(ui, rect,
                              {.key = button.key,
                               .kind = Kind::Button,
                               .label = button.label,
                               .enabled = button.enabled,
                               .why = button.why,
                               .shortcut = button.shortcut,
                               .guarded = button.guarded,
                               .hold_ms = button.hold_ms,
                               .hold_hint = button.hold_hint,
                               .height_asked = ui.metrics().main_button(),
                               .danger = button.intent == Intent::Danger,
                               .filled = button.filled});
    const float radius = ui.metrics().radius();
    ButtonLook look = button_look(ui, button.intent, button.filled, button.enabled, state);
    if (button.type == Type::Display) look = hero_look(ui, button.enabled, state, look);
    draw_button_ground(ui, rect, radius, look, state);
    const SmallerType smaller(ui, largest_type(ui, [&] {
                                  return big_button_fits(ui, button, rect.w) &&
                                         big_parts(ui, button, rect.w).height <= rect.h;
                              }));
    const BigParts parts = big_parts(ui, button, rect.w);
    if (button.type == Type::Display) {
        draw_hero(ui, rect, button, parts, look);
    } else {
        draw_big(ui, rect, button, parts, look);
    }
    const bool fits = parts.height <= rect.h && !parts.label.word_broken && !parts.below.word_broken;
    record_text(ui, state.seen, look.ink, look.ground, 7, fits);
    if (state.ring) focus_ring(ui, rect, radius);
    return state.tap;
}

namespace {

struct Arrangement {
    bool side_by_side = true;
    float each = 0;  // height of one
};

Arrangement arrange(Ui& ui, const std::vector<BigButton>& buttons, float width) {
    const float least = ui.metrics().with_type(210);
    const auto count = static_cast<float>(std::max<std::size_t>(1, buttons.size()));
    const float gap = ui.metrics().gap(Gap::Snug);
    const float each = (width - gap * (count - 1)) / count;
    Arrangement result{each >= least, 0};
    for (const BigButton& button : buttons) {
        const BigParts parts = big_parts(ui, button, each);
        if (parts.label.word_broken || parts.label.lines.size() > 3) result.side_by_side = false;
    }
    for (const BigButton& button : buttons) {
        result.each = std::max(result.each, big_button_height(ui, button, result.side_by_side ? each : width));
    }
    return result;
}

}  // namespace

float big_buttons_height(Ui& ui, const std::vector<BigButton>& buttons, float width) {
    if (buttons.empty()) return 0;
    const Arrangement arrangement = arrange(ui, buttons, width);
    const auto count = arrangement.side_by_side ? 1.0F : static_cast<float>(buttons.size());
    return count * arrangement.each + (count - 1) * ui.metrics().gap(Gap::Snug);
}

int big_buttons(Ui& ui, Rect rect, const std::vector<BigButton>& buttons) {
    if (buttons.empty()) return -1;
    const float gap = ui.metrics().gap(Gap::Snug);
    const int count = static_cast<int>(buttons.size());
    const auto places = arrange(ui, buttons, rect.w).side_by_side ? columns(rect, count, gap) : rows(rect, count, gap);
    int taken = -1;
    for (int i = 0; i < count; ++i) {
        const auto at = static_cast<std::size_t>(i);
        if (big_button(ui, places[at], buttons[at]) == Tap::Taken) taken = i;
    }
    return taken;
}

namespace {

float quiet_side(Ui& ui) { return ui.metrics().gap(Gap::Normal); }

float quiet_before(Ui& ui, const QuietButton& button) {
    return button.icon == Icon::None ? 0 : ui.metrics().with_type(24) + ui.metrics().gap(Gap::Tight);
}

float quiet_after(Ui& ui, const QuietButton& button) {
    return button.shortcut == 0 ? 0 : small_keycap_size(ui) + ui.metrics().gap(Gap::Snug);
}

}  // namespace

float quiet_button_width(Ui& ui, const QuietButton& button) {
    return std::ceil(text_width(ui.fonts(), Type::Strong, button.label) + 2 * quiet_side(ui) +
                     quiet_before(ui, button) + quiet_after(ui, button) + 1);
}

namespace {

TextBlock quiet_label(Ui& ui, const QuietButton& button, float width) {
    const float room = width - 2 * quiet_side(ui) - quiet_before(ui, button) - quiet_after(ui, button);
    return lay_out(ui.fonts(), Type::Strong, button.label, room, Breaking::Balanced, 0.94F);
}

bool quiet_fits(Ui& ui, const QuietButton& button, Rect rect) {
    const TextBlock label = quiet_label(ui, button, rect.w);
    return !label.word_broken && label.height <= rect.h;
}

}  // namespace

float quiet_button_height(Ui& ui, const QuietButton& button, float width) {
    const SmallerType smaller(ui, largest_type(ui, [&] { return !quiet_label(ui, button, width).word_broken; }));
    const TextBlock label = quiet_label(ui, button, width);
    return std::max(ui.metrics().control(), std::ceil(label.height + 2 * ui.metrics().gap(Gap::Tight)));
}

bool quiet_button_fits(Ui& ui, const QuietButton& button, Rect rect) {
    const SmallerType smaller(ui, smallest_type(ui));
    return quiet_fits(ui, button, rect);
}

Tap quiet_button(Ui& ui, Rect rect, const QuietButton& button) {
    const Touch state = touch(ui, rect,
                              {.key = button.key,
                               .label = button.label,
                               .enabled = button.enabled,
                               .why = button.why,
                               .shortcut = button.shortcut,
                               .guarded = button.guarded,
                               .hold_ms = button.hold_ms,
                               .hold_hint = button.hold_hint,
                               .height_asked = ui.metrics().control(),
                               .danger = button.intent == Intent::Danger,
                               .filled = button.filled,
                               .on = button.on});
    const float radius = ui.metrics().small_radius();
    // The guard shows on the big buttons; a row of small ones that faded at each tap would only disturb.
    Touch calm = state;
    if (state.guarded) calm.guarded = calm.hovered = calm.held = false;
    ButtonLook look = button_look(ui, button.intent, button.filled, button.enabled, calm);
    if (button.bare) look = bare_look(ui, rect, button.on, calm, look);
    draw_button_ground(ui, rect, radius, look, calm);

    const SmallerType smaller(ui, largest_type(ui, [&] { return quiet_fits(ui, button, rect); }));
    const float before = quiet_before(ui, button);
    const float after = quiet_after(ui, button);
    const TextBlock label = quiet_label(ui, button, rect.w);
    // Icon, words and key stand together in the middle, but in a list.
    const float left = rect.x + (button.in_list ? quiet_side(ui) : (rect.w - before - after - label.width) / 2);
    if (button.icon != Icon::None) {
        ui.paint().icon({left + ui.metrics().with_type(12), rect.centre().y}, button.icon, look.ink);
    }
    const Rect words{left + before, rect.centre().y - label.height / 2, label.width, label.height};
    ui.paint().text(words, label, look.ink, button.in_list ? Align::Left : Align::Centre);
    if (button.shortcut != 0) {
        const float size = small_keycap_size(ui);
        const float x =
            button.in_list ? rect.right() - quiet_side(ui) - size : words.right() + ui.metrics().gap(Gap::Snug);
        keycap(ui, {x, rect.centre().y - size / 2, size, size}, button.shortcut, look);
    }
    record_text(ui, state.seen, look.ink, look.ground, 7, label.height <= rect.h && !label.word_broken);
    if (state.ring) focus_ring(ui, rect, radius);
    return state.tap;
}

namespace {

std::vector<float> quiet_widths(Ui& ui, const std::vector<QuietButton>& buttons, float width) {
    std::vector<float> widths;
    for (const QuietButton& button : buttons) widths.push_back(std::min(width, quiet_button_width(ui, button)));
    return widths;
}

float quiet_line(Ui& ui, const std::vector<QuietButton>& buttons, float width) {
    float height = ui.metrics().control();
    for (const QuietButton& button : buttons) {
        height = std::max(height, quiet_button_height(ui, button, std::min(width, quiet_button_width(ui, button))));
    }
    return height;
}

}  // namespace

float quiet_buttons_height(Ui& ui, const std::vector<QuietButton>& buttons, float width) {
    const float line = quiet_line(ui, buttons, width);
    return flow_height(width, line, ui.metrics().gap(Gap::Tight), quiet_widths(ui, buttons, width));
}

int quiet_buttons(Ui& ui, Rect rect, const std::vector<QuietButton>& buttons) {
    Flow flow(rect, quiet_line(ui, buttons, rect.w), ui.metrics().gap(Gap::Tight));
    const auto widths = quiet_widths(ui, buttons, rect.w);
    int taken = -1;
    for (std::size_t i = 0; i < buttons.size(); ++i) {
        if (quiet_button(ui, flow.next(widths[i]), buttons[i]) == Tap::Taken) taken = static_cast<int>(i);
    }
    return taken;
}

}  // namespace hamer::ui
