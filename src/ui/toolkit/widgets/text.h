// Words on the screen, and the pieces of ground they stand on.
#pragma once

#include "ui/toolkit/widgets/ui.h"

#include <string_view>

namespace hamer::ui {

enum class Ink { Normal, Soft, Accent, Danger };

struct Text {
    std::string_view text{};
    Type type = Type::Body;
    Ink ink = Ink::Normal;
    Align align = Align::Left;
    Icon icon = Icon::None;  // before the first line
    bool bullet = false;     // a dot there instead
    std::string_view key{};
};
[[nodiscard]] float text_height(Ui& ui, const Text& text, float width);
// Draws it from the rectangle's top and returns the height used; the rectangle must be high enough.
float text(Ui& ui, Rect rect, const Text& text);
// On one line in the middle of the rectangle's height.
void text_line(Ui& ui, Rect rect, const Text& text);
[[nodiscard]] float text_line_width(Ui& ui, const Text& text);

enum class Ground { Surface, Raised, Accent, Attention, Danger, Drill, Alarm };
// A rounded piece of ground; returns the room within.
Rect panel(Ui& ui, Rect rect, Ground ground = Ground::Surface, Gap padding = Gap::Wide);
void divider(Ui& ui, Rect rect);  // a hairline through its middle

}  // namespace hamer::ui
