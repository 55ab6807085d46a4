// What the screens of drills share.
#pragma once

#include "ui/drill/drill_action.h"
#include "ui/toolkit/widgets/place_waiting.h"

#include <vector>

namespace hamer::ui {

// What the trainer does, among what else was asked for.
void add_trained(const std::vector<Action>& asked, DrillActions& actions);

// What is waited for, once that is noticed, with the way to wait no longer. Drawn after all it may cover.
void draw_waiting(Ui& ui, Rect room, const PlaceWaiting& waiting, Language language, DrillActions& actions);

}  // namespace hamer::ui
