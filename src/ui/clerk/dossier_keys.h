// The keys of the clerk's place.
#pragma once

#include "ui/toolkit/widgets/rect.h"
#include "ui/toolkit/widgets/say.h"

namespace hamer::ui {

class Ui;

void draw_dossier_keys(Ui& ui, Rect area, const Say& say);

}  // namespace hamer::ui
