// What is to be read on a card, above its buttons.
#pragma once

#include "ui/meeting/card_area.h"

namespace hamer::ui {

// Title, counter or time, the words to say, the notes. The button of the way that was tapped, of two to choose between.
std::optional<ButtonView> card_texts(Ui& ui, Rect area, const ChairView& view, const Say& say, const CardType& type,
                                     const Below& below);

// The height of its title and of the words to say, which must be in sight; endless where a word does not fit the width.
[[nodiscard]] float card_words_height(Ui& ui, float width, const ChairView& view, const Say& say, const CardType& type);
// Of what is good to have in sight too.
[[nodiscard]] float card_notes_height(Ui& ui, float width, const ChairView& view, const CardType& type);
// How many panels of words it has; 0 for the choice between two ways.
[[nodiscard]] std::size_t words_on_card(const ChairView& view, const Say& say);

// The nine items of the protocol with the present one.
void card_trail(Ui& ui, Rect place, const ChairView& view);

}  // namespace hamer::ui
