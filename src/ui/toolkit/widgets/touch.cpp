#include "ui/toolkit/widgets/touch.h"

#include <imgui.h>
#include <string>
#include <utility>

namespace hamer::ui {
namespace {

constexpr std::int64_t frame_ms = 33;

// A press that began at a moment, by finger or key, and goes on.
struct Hold {
    std::int64_t since_ms = -1;
    bool done = false;  // taken once; wait for the release
};

bool pressed_by_key(Ui& ui, const Control& control) {
    if (ui.editing()) return false;
    if (ui.keyboard().on(control.key) && (ui.take(Key::Enter) || ui.take(Key::Space))) return true;
    if (control.shortcut != 0 && ui.take(key_of(control.shortcut))) {
        if (control.stop) ui.keyboard().by_keyboard(control.key);
        return true;
    }
    return false;
}

bool key_held(Ui& ui, const Control& control) {
    if (ui.editing()) return false;
    if (control.shortcut != 0 && ui.is_down(key_of(control.shortcut))) return true;
    return ui.keyboard().on(control.key) && (ui.is_down(Key::Enter) || ui.is_down(Key::Space));
}

// Taken once the press has lasted; a release before that is answered with the hint.
Tap held_long_enough(Ui& ui, Rect rect, const Control& control, Touch& touch, bool began, bool lasts) {
    auto& hold = ui.memory<Hold>(std::string(control.key) + "#hold");
    if (began) hold = Hold{ui.now(), false};
    if (!lasts) {
        const bool let_go = hold.since_ms >= 0 && !hold.done;
        hold = Hold{};
        if (let_go) ui.refuse(control.key, control.hold_hint, rect);
        return let_go ? Tap::Refused : Tap::None;
    }
    if (hold.since_ms < 0 || hold.done) return Tap::None;
    const std::int64_t passed = ui.now() - hold.since_ms;
    if (passed >= control.hold_ms) {
        hold.done = true;
        return Tap::Taken;
    }
    touch.hold_share = static_cast<double>(passed) / control.hold_ms;
    ui.wake_at(std::min(ui.now() + frame_ms, hold.since_ms + control.hold_ms));
    return Tap::None;
}

// Whoever still holds down what was taken, and cannot be used meanwhile, asks for nothing by letting go.
bool ends_taken_hold(Ui& ui, const Control& control, bool began, bool let_go) {
    if (control.hold_ms == 0) return false;
    auto& hold = ui.memory<Hold>(std::string(control.key) + "#hold");
    if (began) hold = Hold{};
    return let_go && std::exchange(hold, Hold{}).done;
}

ShownWidget seen_of(const Control& control, Rect rect) {
    ShownWidget seen{
        .key = std::string(control.key), .kind = control.kind, .rect = rect, .label = std::string(control.label)};
    seen.why = control.enabled ? "" : control.why;
    seen.height_asked = control.height_asked;
    seen.enabled = control.enabled;
    seen.stop = control.stop;
    seen.danger = control.danger;
    seen.filled = control.filled;
    seen.on = control.on;
    seen.shortcut = control.shortcut;
    return seen;
}

}  // namespace

Touch touch(Ui& ui, Rect rect, const Control& control) {
    Touch result;
    result.guarded = control.guarded && control.enabled && ui.guarded();
    ImGui::SetCursorScreenPos(ImVec2(rect.x, rect.y));
    ImGui::PushID(control.key.data(), control.key.data() + control.key.size());
    bool tapped = ImGui::InvisibleButton("touch", ImVec2(std::max(1.0F, rect.w), std::max(1.0F, rect.h)));
    const bool began = ImGui::IsItemActivated();
    result.hovered = ImGui::IsItemHovered();
    result.held = ImGui::IsItemActive() && result.hovered;
    ImGui::PopID();
    if (ui.dragging()) {
        tapped = false;
        result.held = false;
    }
    if (began && control.stop && !ui.edits(control.key)) ui.keyboard().by_pointer(control.key);

    const bool by_key = pressed_by_key(ui, control);
    const bool key_lasts = key_held(ui, control);
    const std::int64_t since = by_key ? ui.now() : ui.pressed_ms();
    const bool too_soon = control.guarded && since < ui.guard_end();

    if (!control.enabled) {
        const bool ends_hold = ends_taken_hold(ui, control, began || by_key, tapped);
        if ((tapped || by_key) && !ends_hold) {
            ui.refuse(control.key, control.why, rect);
            result.tap = Tap::Refused;
        }
        result.held = false;
    } else if (control.hold_ms > 0) {
        const bool starts = (began || by_key) && !too_soon;
        if ((began || by_key) && too_soon) result.tap = Tap::TooSoon;
        const Tap tap = held_long_enough(ui, rect, control, result, starts, result.held || key_lasts);
        if (tap != Tap::None) result.tap = tap;
    } else if (tapped || by_key) {
        result.tap = too_soon ? Tap::TooSoon : Tap::Taken;
    }
    result.held = result.held || (by_key && control.enabled);

    ShownWidget& seen = ui.record(seen_of(control, rect));
    seen.guarded = result.guarded;
    result.ring = seen.focused && ui.keyboard().shown();
    result.seen = ui.shown().size() - 1;
    return result;
}

void focus_ring(Ui& ui, Rect rect, float radius) {
    const float thick = ui.metrics().px(3);
    const float away = ui.metrics().px(2);
    ui.paint().outline(rect.inset(-(thick + away)), ui.colours().focus, thick, radius + thick + away);
}

void record_text(Ui& ui, std::size_t seen, Color ink, Color ground, double contrast_asked, bool fits) {
    ShownWidget& record = ui.last_of(seen);
    record.ink = ink;
    record.ground = ground;
    record.contrast_asked = contrast_asked;
    record.text_fits = record.text_fits && fits;
}

}  // namespace hamer::ui
