// What every place beside the meeting begins with: the way back and its title, and a line for what went wrong there, is
// waited for or was done.
#pragma once

#include "ui/toolkit/theme/icons.h"
#include "ui/toolkit/widgets/card.h"
#include "ui/toolkit/widgets/rect.h"

#include <string_view>

namespace hamer::ui {

class Ui;

// How high a line of buttons and words is: a finger, or the words where they are large.
[[nodiscard]] float header_height(Ui& ui);

struct PlaceHead {
    std::string_view back{};  // the words of the way back; empty: there is none
    std::string_view title{};
    Icon icon = Icon::None;
};
// True when the way back was tapped; its key is "back". Cuts the line off the top of `area`.
[[nodiscard]] bool place_head(Ui& ui, Rect& area, const PlaceHead& head);
// The same; `room` is what is free of the line, for a message. ForAMessage: it is made as high as one with a button,
// which has to lie over what comes below in a line that is not.
enum class HeadRoom { ForAMessage, OfTheLine };
[[nodiscard]] bool place_head(Ui& ui, Rect& area, const PlaceHead& head, Rect& room,
                              HeadRoom made = HeadRoom::ForAMessage);

// What went wrong, is waited for or was done, said without moving anything: in the room of the head, or where it is too
// long for that over what lies below, with a button in these words that takes it away. Drawn after all it may cover.
enum class MessageTap { None, Button, Close };
MessageTap place_message(Ui& ui, Rect room, Banner message, std::string_view close);

// Cuts its height off the top of `area`; nothing where there are no words.
void problem_line(Ui& ui, Rect& area, std::string_view words);

}  // namespace hamer::ui
