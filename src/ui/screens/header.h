// The top line: a title, and the two switches that are always there: language, and light or dark.
#pragma once

#include "ui/view/chair_view.h"
#include "ui/widgets/rect.h"

#include <string_view>
#include <vector>

namespace hamer::ui {

class Ui;

// The switches alone, at the right of `line`; returns what is left of it.
[[nodiscard]] Rect switches(Ui& ui, Rect line, Language language, std::vector<Action>& actions);

// A line with a title and the switches; cuts its height off the top of `area`.
void header(Ui& ui, Rect& area, std::string_view title, Language language, std::vector<Action>& actions);

}  // namespace hamer::ui
