// What is to be read on a card, above its buttons.
#pragma once

#include "ui/screens/card_area.h"

namespace hamer::ui {

// Title, counter or time, the words to say, the notes. The words are as large as leaves nothing to scroll.
void card_texts(Ui& ui, Rect area, const ChairView& view, const Say& say, const Below& below);

// The nine items of the protocol with the present one.
void card_trail(Ui& ui, Rect place, const ChairView& view);

}  // namespace hamer::ui
