// The user's choices, each at work as soon as it is tapped.
#pragma once

#include "base/text.h"
#include "ui/meeting/action.h"
#include "ui/toolkit/widgets/rect.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hamer::ui {

class Ui;

struct SettingsView {
    Preferences preferences;  // what was chosen
    Language language = Language::Dutch;
    int statement_limit_seconds = 120;
    std::vector<BroadcastWay> broadcast_ways{};  // that are set up; a choice where there are more than one
    BroadcastWay broadcast = BroadcastWay::Regie;
    std::optional<bool> others_may_ask{};  // from their own screens; nothing where the log goes to nobody
    std::string problem{};                 // why they cannot be kept, or why nothing is heard; empty: all is well
};

// Draws the choices into the panel's room; what is chosen goes into `actions`.
void draw_settings(Ui& ui, Rect area, const SettingsView& view, std::vector<Action>& actions);

}  // namespace hamer::ui
