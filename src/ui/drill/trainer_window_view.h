// What the trainer's own window shows, as values; TrainerApp makes it anew for each frame.
#pragma once

#include "session/session.h"
#include "ui/drill/debrief_view.h"
#include "ui/drill/drill_action.h"
#include "ui/drill/trainer_panel.h"
#include "ui/toolkit/widgets/place_waiting.h"
#include "ui/toolkit/widgets/ui.h"

#include <memory>
#include <optional>
#include <string>

namespace hamer::ui {

struct TrainerWindowView {
    Language language = Language::Dutch;
    std::string problem{};
    std::optional<TrainerView> drill{};  // nothing: none goes on
    std::string id{};                    // of its session
    std::shared_ptr<const Session> session{};
    std::string newer{};  // the title of one that the chair began since; empty: none
    PlaceWaiting waiting{};
};

void draw_trainer_window(Ui& ui, const TrainerWindowView& view, TrainerPanel& typed, DrillActions& actions);

}  // namespace hamer::ui
