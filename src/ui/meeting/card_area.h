// The card: what to do now, the words to say, and the big buttons at its lower edge.
#pragma once

#include "base/text.h"
#include "ui/meeting/chair_view.h"
#include "ui/toolkit/theme/metrics.h"
#include "ui/toolkit/widgets/rect.h"

#include <functional>
#include <optional>

namespace hamer::ui {

class Ui;

// How large a card is drawn: as the user asked, or smaller where not everything that must be in sight would be.
struct CardType {
    Type words = Type::Words;  // or WordsLarge
    float words_share = 1;
    Type notes = Type::Body;
    float rest = 1;       // of all else
    bool in_row = false;  // the buttons beside each other, also in portrait
    bool bare = false;    // two ways without their signs and what follows, which stand below them
};

// The largest type in which the title, the words to say and the buttons are all in sight on a card of this width. Where
// the type must become smaller the buttons and the title do so before the words. `room`: the card's height when all
// else on the screen has this share of its type.
[[nodiscard]] CardType fit_card(Ui& ui, float width, const ChairView& view, const Say& say,
                                const std::function<float(float rest)>& room);

// Whether it is one large button and nothing else, as while nothing is wrong.
[[nodiscard]] bool is_hero(const ChairView& view);

// The button that was tapped in this frame. `below` draws what else is to be seen under the card's words; it scrolls
// with them. It is not called for one large button.
using Below = std::function<void(Column& column)>;
[[nodiscard]] std::optional<ButtonView> draw_card(Ui& ui, Rect area, const ChairView& view, const Say& say,
                                                  const CardType& type, const Below& below = {});
// In the type that fits there.
[[nodiscard]] std::optional<ButtonView> draw_card(Ui& ui, Rect area, const ChairView& view, const Say& say,
                                                  const Below& below = {});

}  // namespace hamer::ui
