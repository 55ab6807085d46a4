// The card: what to do now, the words to say, and the big buttons at its lower edge.
#pragma once

#include "ui/screens/say.h"
#include "ui/view/chair_view.h"
#include "ui/widgets/rect.h"

#include <optional>

namespace hamer::ui {

class Ui;

// The button that was tapped in this frame.
[[nodiscard]] std::optional<ButtonView> draw_card(Ui& ui, Rect area, const ChairView& view, const Say& say);

}  // namespace hamer::ui
