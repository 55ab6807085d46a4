// Buttons: the big ones of a card, and the quiet ones around it.
//
// Labels wrap and are never cut: where one does not fit its place its type becomes smaller. A button that cannot be
// used says why, under its label and, when tapped, where the finger was. Sizes: big ones at least 20 mm high, others 12
// mm.
#pragma once

#include "ui/toolkit/theme/icons.h"
#include "ui/toolkit/widgets/touch.h"

#include <string>
#include <string_view>
#include <vector>

namespace hamer::ui {

struct BigButton {
    std::string_view key{};
    std::string_view label{};
    std::string_view detail{};  // a line under the label: what follows, whom it calls
    Icon icon = Icon::None;
    Intent intent = Intent::Accent;  // Accent or Danger
    bool filled = false;             // one on a card
    char shortcut = 0;               // shown as a key
    bool enabled = true;
    std::string_view why{};
    int hold_ms = 0;
    std::string_view hold_hint{};
    Type type = Type::Label;  // Display for the one huge button of the idle screen
    bool guarded = true;      // false: takes a tap at any moment, for what stays the same when all else changes
};
[[nodiscard]] float big_button_height(Ui& ui, const BigButton& button, float width);
// Whether it is wide enough for each of its words.
[[nodiscard]] bool big_button_fits(Ui& ui, const BigButton& button, float width);
Tap big_button(Ui& ui, Rect rect, const BigButton& button);

// A card's one to three big buttons, all of one size: side by side where that is wide enough, else under each other.
[[nodiscard]] float big_buttons_height(Ui& ui, const std::vector<BigButton>& buttons, float width);
// The index of the button that was taken, or -1.
[[nodiscard]] int big_buttons(Ui& ui, Rect rect, const std::vector<BigButton>& buttons);

struct QuietButton {
    std::string_view key{};
    std::string_view label{};
    Icon icon = Icon::None;
    Intent intent = Intent::Normal;  // Normal, Accent or Danger
    bool filled = false;             // a form's one action
    bool bare = false;               // without an outline: navigation, closing
    bool on = false;                 // the place where one is
    bool in_list = false;            // below others: words begin at the left, keys stand in a column at the right
    char shortcut = 0;
    bool enabled = true;
    std::string_view why{};
    int hold_ms = 0;
    std::string_view hold_hint{};
    bool guarded = true;
};
[[nodiscard]] float quiet_button_width(Ui& ui, const QuietButton& button);  // on one line
[[nodiscard]] float quiet_button_height(Ui& ui, const QuietButton& button, float width);
// Whether its words fit there, be it in smaller type.
[[nodiscard]] bool quiet_button_fits(Ui& ui, const QuietButton& button, Rect rect);
Tap quiet_button(Ui& ui, Rect rect, const QuietButton& button);

// A row of quiet buttons that goes on in the next line where it must. The index of the one taken, or -1.
[[nodiscard]] float quiet_buttons_height(Ui& ui, const std::vector<QuietButton>& buttons, float width);
[[nodiscard]] int quiet_buttons(Ui& ui, Rect rect, const std::vector<QuietButton>& buttons);

}  // namespace hamer::ui
