// What every widget that acts has in common: pointer, keyboard, shortcut, guard, hold, and the refusal that says why.
// The only caller of ImGui's button.
#pragma once

#include "ui/toolkit/widgets/ui.h"

#include <string_view>

namespace hamer::ui {

enum class Tap {
    None,
    Taken,
    Refused,  // cannot be used now; why was shown where the finger was
    TooSoon,  // within the guard: not taken, nothing recorded
};

struct Control {
    std::string_view key{};
    Kind kind = Kind::Control;
    std::string_view label{};
    bool enabled = true;
    std::string_view why{};        // when not enabled
    char shortcut = 0;             // a digit or a letter; 0: none
    bool guarded = true;           // takes no tap while ui.guarded()
    int hold_ms = 0;               // above 0: must be held this long
    std::string_view hold_hint{};  // said after a mere tap on one that must be held
    bool stop = true;              // the keyboard can come here
    float height_asked = 0;
    bool danger = false;
    bool filled = false;
    bool on = false;
};

struct Touch {
    Tap tap = Tap::None;
    bool hovered = false;
    bool held = false;
    bool ring = false;      // draw the focus ring
    bool guarded = false;   // draw it as taking no tap
    double hold_share = 0;  // how much of the hold has passed
    std::size_t seen = 0;   // its record, to be completed with what is drawn
};

[[nodiscard]] Touch touch(Ui& ui, Rect rect, const Control& control);

// Around a widget, where the keyboard is.
void focus_ring(Ui& ui, Rect rect, float radius);

// Completes a record with the words drawn in it.
void record_text(Ui& ui, std::size_t seen, Color ink, Color ground, double contrast_asked, bool fits);

}  // namespace hamer::ui
