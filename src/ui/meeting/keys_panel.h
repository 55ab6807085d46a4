// Every key of the keyboard and what it does now.
#pragma once

#include "base/text.h"
#include "ui/meeting/chair_view.h"
#include "ui/toolkit/widgets/rect.h"

namespace hamer::ui {

class Ui;

// `view`: the chair's screen with its quiet actions; null where there is no meeting.
void draw_keys(Ui& ui, Rect area, const ChairView* view, const Say& say);

}  // namespace hamer::ui
