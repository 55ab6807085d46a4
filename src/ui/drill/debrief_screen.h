// A drill's debrief on the screen, to talk through; the same as on paper. What the trainer rates and what is agreed is
// added here, and is on the paper at once.
#pragma once

#include "service/practice/debriefing.h"
#include "ui/drill/trainer_panel.h"
#include "ui/paper/paper_view.h"
#include "ui/toolkit/widgets/ui.h"

#include <string>

namespace hamer::ui {

// A line that stands above it, with a button where there is something to do about it; empty: none.
struct DebriefLine {
    std::string text{};
    std::string button{};
};

class DebriefScreen {
  public:
    // `back`: the words of the way back. `problem`: why the paper could not be written; empty: it is there.
    DebriefScreen(Debriefing debriefing, Language language, std::string back, std::string problem);

    void draw(Ui& ui, const DebriefLine& standing = {});
    // The user asked for the way back, or tapped the line's button. What was typed is noted then.
    [[nodiscard]] bool wants_back() const { return wants_back_; }
    [[nodiscard]] bool wants_on() const { return wants_on_; }

  private:
    void draw_page(Ui& ui, Rect area);
    void draw_form(Ui& ui, Rect area, std::vector<Action>& actions);

    Debriefing debriefing_;
    Language language_;
    PaperView paper_;
    TrainerPanel panel_;
    std::string back_;
    std::string problem_;
    bool completing_ = false;  // where there is room for one of the two: the form
    bool wants_back_ = false;
    bool wants_on_ = false;
};

}  // namespace hamer::ui
