// Every key of the keyboard and what it does now.
#pragma once

#include "ui/screens/say.h"
#include "ui/view/chair_view.h"
#include "ui/widgets/rect.h"

namespace hamer::ui {

class Ui;

// `view`: the chair's screen with its quiet actions; null where there is no meeting.
void draw_keys(Ui& ui, Rect area, const ChairView* view, const Say& say);
// The same in the clerk's place.
void draw_dossier_keys(Ui& ui, Rect area, const Say& say);

}  // namespace hamer::ui
