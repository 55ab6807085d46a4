// How buttons look in each state; shared by the kinds of button, no widget by itself.
#pragma once

#include "ui/toolkit/widgets/touch.h"

namespace hamer::ui {

struct ButtonLook {
    Color ink;
    Color ink_soft;  // the line under the label
    Color ground;
    Color edge;
    float edge_width = 0;
    Color bar;           // of the guard and of the hold
    bool clear = false;  // no ground of its own
};

[[nodiscard]] ButtonLook button_look(Ui& ui, Intent intent, bool filled, bool enabled, const Touch& state);
// Without outline, on whatever lies under it.
[[nodiscard]] ButtonLook bare_look(Ui& ui, Rect rect, bool on, const Touch& state, ButtonLook look);

// The one huge button: filled, and calm enough to look at for an evening.
[[nodiscard]] ButtonLook hero_look(Ui& ui, bool enabled, const Touch& state, ButtonLook look);

void draw_button_ground(Ui& ui, Rect rect, float radius, const ButtonLook& look, const Touch& state);

// The key that does the same, drawn as a key.
[[nodiscard]] float keycap_size(Ui& ui);
[[nodiscard]] float small_keycap_size(Ui& ui);
void keycap(Ui& ui, Rect rect, char key, const ButtonLook& look);

}  // namespace hamer::ui
