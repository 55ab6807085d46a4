// The top lines: the band that tells a drill from the real thing, a title, and the way to the settings.
#pragma once

#include "ui/meeting/action.h"
#include "ui/toolkit/widgets/place_head.h"
#include "ui/toolkit/widgets/rect.h"

#include <string_view>
#include <vector>

namespace hamer::ui {

class Ui;

// The button for the settings alone, at the right of `line`; returns what is left of it. F1 opens the keys from here.
[[nodiscard]] Rect settings_button(Ui& ui, Rect line, Language language, std::vector<Action>& actions);

// A title and the button in one line; with the ways to the other places, where there are any.
struct Places {
    bool dossier = false;
    bool drills = false;
};
void header(Ui& ui, Rect line, std::string_view title, Language language, std::vector<Action>& actions,
            Places places = {});

// Across the window while there is an emergency, with the time since it began: no other screen looks like it. Cuts its
// height off the top of `area`, as the next one does.
void alarm_band(Ui& ui, Rect& area, const std::string& since, Language language);
// OEFENING, across the window.
void drill_band(Ui& ui, Rect& area, Language language);

}  // namespace hamer::ui
