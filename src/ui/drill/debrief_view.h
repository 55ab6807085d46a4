// A drill's debrief on the screen, to talk through; the same as on paper. What the trainer rates and what is agreed is
// added here, and is on the paper at once.
#pragma once

#include "ui/drill/drill_action.h"
#include "ui/drill/trainer_panel.h"
#include "ui/paper/paper_view.h"
#include "ui/toolkit/widgets/place_waiting.h"
#include "ui/toolkit/widgets/ui.h"

#include <string>

namespace hamer::ui {

// A line that stands above it, with a button where there is something to do about it; empty: none.
struct DebriefLine {
    std::string text{};
    std::string button{};
};

struct DebriefView {
    Language language = Language::Dutch;
    std::string back{};     // the words of the way back
    std::string problem{};  // why something is not on the paper; empty: it is
    DebriefLine standing{};
    PaperView paper{};
    std::string file{};     // of the paper
    TrainerView trainer{};  // what was rated, noted and agreed
    PlaceWaiting waiting{};
};

// What is being typed in it: the views' fields write in it.
struct DebriefTyping {
    TrainerPanel panel{};
    bool completing = false;  // where there is room for one of the two: the form
};

void draw_debrief(Ui& ui, const DebriefView& view, DebriefTyping& typing, DrillActions& actions);

}  // namespace hamer::ui
