// The top lines: the band that tells a drill from the real thing, a title, and the two switches that are always there:
// language, and light or dark.
#pragma once

#include "ui/view/chair_view.h"
#include "ui/widgets/rect.h"

#include <string_view>
#include <vector>

namespace hamer::ui {

class Ui;

// The switches alone, at the right of `line`; returns what is left of it.
[[nodiscard]] Rect switches(Ui& ui, Rect line, Language language, std::vector<Action>& actions);

// A title and the switches in one line.
void header(Ui& ui, Rect line, std::string_view title, Language language, std::vector<Action>& actions);

// OEFENING, across the window; cuts its height off the top of `area`.
void drill_band(Ui& ui, Rect& area, Language language);

}  // namespace hamer::ui
