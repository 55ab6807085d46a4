#include "ui/toolkit/widgets/button_look.h"

#include <string>

namespace hamer::ui {
namespace {

ButtonLook at_rest(const Palette& c, Intent intent, bool filled, bool enabled) {
    if (!enabled) return {c.ink_soft, c.ink_soft, c.raised, c.line, 1, c.edge};
    if (filled && intent == Intent::Danger)
        return {c.danger.ink, c.danger.ink, c.danger.ground, c.danger_edge, 1, c.danger.ink};
    if (filled) return {c.accent.ink, c.accent.ink, c.accent.ground, c.accent.ground, 0, c.accent.ink};
    if (intent == Intent::Danger) return {c.danger_soft.ink, c.ink_soft, c.surface, c.danger_edge, 2, c.danger_edge};
    if (intent == Intent::Accent) return {c.accent_soft.ink, c.ink_soft, c.surface, c.accent_edge, 2, c.accent_edge};
    return {c.ink, c.ink_soft, c.surface, c.edge, 1, c.edge};
}

}  // namespace

ButtonLook button_look(Ui& ui, Intent intent, bool filled, bool enabled, const Touch& state) {
    const Palette& c = ui.colours();
    ButtonLook look = at_rest(c, intent, filled, enabled);
    look.edge_width = ui.metrics().px(look.edge_width);
    if (!enabled) return look;
    if (state.guarded) {
        // Plainly at rest: no fill, soft outline; the words stay as readable as ever.
        const bool danger = intent == Intent::Danger;
        const Pair pair = danger ? c.danger_soft : Pair{c.ink, c.raised};
        return {
            pair.ink,           danger ? pair.ink : c.ink_soft,
            pair.ground,        danger ? c.danger_edge : c.line,
            ui.metrics().px(1), filled && !danger ? c.accent_edge : edge(c, danger ? Intent::Danger : Intent::Normal)};
    }
    // Away from the ink, so that the words never get harder to read.
    const Color away = luminance(look.ground) < luminance(look.ink) ? rgb(0x000000) : rgb(0xFFFFFF);
    const Color toward = filled ? away : look.edge;
    if (state.held)
        look.ground = mix(look.ground, toward, filled ? 0.25 : 0.10);
    else if (state.hovered)
        look.ground = mix(look.ground, toward, filled ? 0.12 : 0.05);
    return look;
}

ButtonLook bare_look(Ui& ui, Rect rect, bool on, const Touch& state, ButtonLook look) {
    const Palette& c = ui.colours();
    look.edge_width = 0;
    look.ground = ui.paint().ground_at(rect.centre());
    if (on) {
        look.ink = c.accent_soft.ink;
        look.ground = c.accent_soft.ground;
    } else if (state.held || state.hovered) {
        look.ground = mix(look.ground, c.edge, state.held ? 0.16 : 0.08);
    } else {
        look.clear = true;
    }
    return look;
}

ButtonLook hero_look(Ui& ui, bool enabled, const Touch& state, ButtonLook look) {
    if (!enabled || state.guarded) return look;
    const Pair pair = ui.colours().hero;
    const double pressed = state.held ? 0.25 : state.hovered ? 0.10 : 0;
    const Color ground = mix(pair.ground, rgb(0x000000), pressed);
    return {pair.ink, pair.ink, ground, ground, 0, pair.ink};
}

void draw_button_ground(Ui& ui, Rect rect, float radius, const ButtonLook& look, const Touch& state) {
    Painter& paint = ui.paint();
    if (!look.clear) paint.fill(rect, look.ground, radius);
    if (look.edge_width > 0) paint.outline(rect, look.edge, look.edge_width, radius);
    const bool bar = state.hold_share > 0 || (state.guarded && ui.look().motion);
    if (!bar) return;
    const double share = state.hold_share > 0 ? state.hold_share : ui.guard_share();
    const float thick = ui.metrics().px(4);
    const float room = rect.w - 2 * radius;
    if (state.guarded) ui.wake_at(ui.now() + 50);
    paint.fill({rect.x + radius, rect.bottom() - thick - ui.metrics().px(4), room * static_cast<float>(share), thick},
               look.bar, thick / 2);
}

float keycap_size(Ui& ui) { return ui.metrics().with_type(32); }
float small_keycap_size(Ui& ui) { return ui.metrics().with_type(24); }

void keycap(Ui& ui, Rect rect, char key, const ButtonLook& look) {
    const TextBlock letter = lay_out(ui.fonts(), Type::Small, std::string(1, key), rect.w);
    const Color edge = mix(look.ground, look.ink, 0.55);
    ui.paint().outline(rect, edge, std::max(1.0F, ui.metrics().px(1)), ui.metrics().px(6));
    ui.paint().text({rect.x, rect.centre().y - letter.height / 2, rect.w, letter.height}, letter, look.ink,
                    Align::Centre);
}

}  // namespace hamer::ui
