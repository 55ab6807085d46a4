// The keys of the clerk's place.
#pragma once

#include "base/text.h"
#include "ui/toolkit/widgets/rect.h"

namespace hamer::ui {

class Ui;

void draw_dossier_keys(Ui& ui, Rect area, const Say& say);

}  // namespace hamer::ui
