// The parts of the screen of one who only looks on that no other screen has. Nothing here acts: the chair's buttons are
// words in a thin outline, and must not look as if they could be tapped.
#pragma once

#include "base/text.h"
#include "ui/meeting/follow_view.h"
#include "ui/toolkit/widgets/rect.h"

#include <vector>

namespace hamer::ui {

class Ui;

// "MEEKIJKEN · alleen lezen", always there.
[[nodiscard]] float follow_mark_width(Ui& ui, const Say& say);
void follow_mark(Ui& ui, Rect rect, const Say& say);

// What the chair can choose now, each with its digit and with the words that go with it.
[[nodiscard]] float choices_height(Ui& ui, const std::vector<ButtonView>& choices, float width, const Say& say);
void choices(Ui& ui, Rect rect, const std::vector<ButtonView>& choices, const Say& say);

// The two numbers to call, large, and those in the building below them.
[[nodiscard]] float phones_height(Ui& ui, const FollowView& view, float width);
void phones(Ui& ui, Rect rect, const FollowView& view);

}  // namespace hamer::ui
