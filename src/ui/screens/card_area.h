// The card: what to do now, the words to say, and the big buttons at its lower edge.
#pragma once

#include "ui/screens/say.h"
#include "ui/view/chair_view.h"
#include "ui/widgets/rect.h"

#include <functional>
#include <optional>

namespace hamer::ui {

class Ui;

// Whether it is one large button and nothing else, as while nothing is wrong.
[[nodiscard]] bool is_hero(const ChairView& view);

// The button that was tapped in this frame. `below` draws what else is to be seen under the card's words; it scrolls
// with them. It is not called for one large button.
using Below = std::function<void(Column& column)>;
[[nodiscard]] std::optional<ButtonView> draw_card(Ui& ui, Rect area, const ChairView& view, const Say& say,
                                                  const Below& below = {});

}  // namespace hamer::ui
