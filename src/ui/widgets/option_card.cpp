#include "ui/widgets/button.h"
#include "ui/widgets/button_look.h"

#include <cmath>

namespace hamer::ui {
namespace {

struct OptionParts {
    TextBlock title;
    std::vector<TextBlock> signs;
    TextBlock follows;
    float head = 0;  // height of the letter and title
    float height = 0;
    bool broken = false;
};

float badge_size(Ui& ui) { return ui.metrics().with_type(48); }
float mark_room(Ui& ui) { return ui.metrics().with_type(26); }

OptionParts option_parts(Ui& ui, const OptionCard& card, float width) {
    const Metrics& m = ui.metrics();
    const float inner = width - 2 * m.gap(Gap::Wide);
    const float cap = card.shortcut != 0 ? keycap_size(ui) + m.gap(Gap::Snug) : 0;
    OptionParts parts;
    parts.title = lay_out(ui.fonts(), Type::Title, card.title, inner - badge_size(ui) - m.gap(Gap::Normal) - cap,
                          Breaking::Balanced, 0.9F);
    parts.head = std::max(parts.title.height, badge_size(ui));
    parts.height = parts.head + m.gap(Gap::Snug);
    parts.broken = parts.title.word_broken;
    for (const std::string& sign : card.signs) {
        parts.signs.push_back(lay_out(ui.fonts(), Type::Body, sign, inner - mark_room(ui), Breaking::Full, 0.94F));
        parts.height += parts.signs.back().height + m.gap(Gap::Hair);
        parts.broken = parts.broken || parts.signs.back().word_broken;
    }
    const std::string_view last = card.enabled ? card.follows : card.why;
    if (!last.empty()) {
        parts.follows = lay_out(ui.fonts(), Type::Strong, last, inner - mark_room(ui), Breaking::Full, 0.94F);
        parts.height += parts.follows.height + m.gap(Gap::Snug) + m.gap(Gap::Tight);
        parts.broken = parts.broken || parts.follows.word_broken;
    }
    return parts;
}

}  // namespace

float option_card_height(Ui& ui, const OptionCard& card, float width) {
    return std::max(ui.metrics().main_button(),
                    std::ceil(option_parts(ui, card, width).height + 2 * ui.metrics().gap(Gap::Normal)));
}

Tap option_card(Ui& ui, Rect rect, const OptionCard& card) {
    const Metrics& m = ui.metrics();
    const Palette& c = ui.colours();
    const Touch state = touch(ui, rect,
                              {.key = card.key,
                               .kind = Kind::Button,
                               .label = card.title,
                               .enabled = card.enabled,
                               .why = card.why,
                               .shortcut = card.shortcut,
                               .height_asked = m.main_button(),
                               .danger = card.tone == Tone::Danger});
    const ButtonLook look = button_look(ui, card.tone, false, card.enabled, state);
    draw_button_ground(ui, rect, m.radius(), look, state);

    const OptionParts parts = option_parts(ui, card, rect.w);
    const float pad = m.gap(Gap::Wide);
    const float left = rect.x + pad;
    float y = rect.y + m.gap(Gap::Normal);
    Painter& paint = ui.paint();
    const float badge = badge_size(ui);
    const Pair letter_pair = card.enabled && !state.guarded ? c.accent_soft : Pair{c.ink_soft, c.raised};
    paint.circle({left + badge / 2, y + parts.head / 2}, badge / 2, letter_pair.ground);
    const TextBlock letter = lay_out(ui.fonts(), Type::Title, card.letter, badge);
    paint.text({left, y + parts.head / 2 - letter.height / 2, badge, letter.height}, letter, letter_pair.ink,
               Align::Centre);
    paint.text({left + badge + m.gap(Gap::Normal), y + (parts.head - parts.title.height) / 2, parts.title.width,
                parts.title.height},
               parts.title, look.ink);
    if (card.shortcut != 0) {
        const float size = keycap_size(ui);
        keycap(ui, {rect.right() - pad - size, y + (parts.head - size) / 2, size, size}, card.shortcut, look);
    }
    y += parts.head + m.gap(Gap::Snug);
    for (const TextBlock& sign : parts.signs) {
        paint.circle({left + m.with_type(8), y + sign.face.line / 2}, m.with_type(4), look.ink_soft);
        paint.text({left + mark_room(ui), y, sign.width, sign.height}, sign, c.ink);
        y += sign.height + m.gap(Gap::Hair);
    }
    if (!parts.follows.lines.empty()) {
        // What follows stands at the foot, so that two cards side by side agree.
        const float foot = rect.bottom() - m.gap(Gap::Normal) - parts.follows.height;
        y = std::max(y + m.gap(Gap::Tight), foot);
        paint.line({left, y - m.gap(Gap::Tight)}, {rect.right() - pad, y - m.gap(Gap::Tight)}, c.line, m.px(1));
        paint.icon_sized({left + m.with_type(8), y + parts.follows.face.line / 2},
                         card.enabled ? Icon::Right : Icon::Blocked, look.ink_soft, m.with_type(14));
        paint.text({left + mark_room(ui), y, parts.follows.width, parts.follows.height}, parts.follows, look.ink_soft);
        y += parts.follows.height;
    }
    record_text(ui, state.seen, look.ink, look.ground, 7, !parts.broken && y <= rect.bottom());
    if (state.ring) focus_ring(ui, rect, m.radius());
    return state.tap;
}

}  // namespace hamer::ui
