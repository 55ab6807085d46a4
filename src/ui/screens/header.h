// The top lines: the band that tells a drill from the real thing, a title, and the way to the settings.
#pragma once

#include "ui/view/action.h"
#include "ui/widgets/rect.h"

#include <string_view>
#include <vector>

namespace hamer::ui {

class Ui;

// The button for the settings alone, at the right of `line`; returns what is left of it. F1 opens the keys from here.
[[nodiscard]] Rect settings_button(Ui& ui, Rect line, Language language, std::vector<Action>& actions);

// How high a line of buttons and words is: a finger, or the words where they are large.
[[nodiscard]] float header_height(Ui& ui);

// A title and the button in one line; with the ways to the other places, where there are any.
struct Places {
    bool dossier = false;
    bool drills = false;
};
void header(Ui& ui, Rect line, std::string_view title, Language language, std::vector<Action>& actions,
            Places places = {});

// OEFENING, across the window; cuts its height off the top of `area`.
// Across the window while there is an emergency, with the time since it began: no other screen looks like it.
void alarm_band(Ui& ui, Rect& area, const std::string& since, Language language);
void drill_band(Ui& ui, Rect& area, Language language);

}  // namespace hamer::ui
