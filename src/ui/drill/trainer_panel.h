// What the trainer reads and does in a drill: beside the chair's card, or in a window of its own.
//
// One tap does it; "Herstel" takes the last one back. What is typed stays until it is noted.
#pragma once

#include "ui/meeting/action.h"
#include "ui/meeting/trainer_view.h"
#include "ui/toolkit/widgets/lines.h"

#include <string>
#include <vector>

namespace hamer::ui {

class TrainerPanel {
  public:
    // What comes and what came, with a hand in it.
    void draw_injects(Lines& lines, const TrainerView& view, std::vector<Action>& actions);
    // What is asked of the chair now, what was done, and what was wrong.
    void draw_expected(Lines& lines, const TrainerView& view);
    // What the trainer sees, and what stands already.
    void draw_notes(Lines& lines, const TrainerView& view, std::vector<Action>& actions);
    // For the debrief: how each goal went, and what is agreed.
    void draw_ratings(Lines& lines, const TrainerView& view, std::vector<Action>& actions);
    void draw_agreed(Lines& lines, const TrainerView& view, std::vector<Action>& actions);
    // The way back from the last thing done; nothing where there is none.
    void draw_take_back(Lines& lines, const TrainerView& view, std::vector<Action>& actions);

    // All of it beside the chair's card, where the trainer has no window of their own.
    void draw(Ui& ui, Rect area, const TrainerView& view, Language language, std::vector<Action>& actions);

    // The end of the drill, at the lower edge of `area`, which it cuts off; true once it was held.
    [[nodiscard]] bool draw_end(Ui& ui, Rect& area, const Say& say);

    // What was typed and not noted yet, for who leaves: it is noted then.
    [[nodiscard]] std::vector<TrainerAct> take_typed();
    // What could not be noted stands in its field again, before what was typed there meanwhile. Of other acts there is
    // nothing to give back: their buttons are there still.
    void give_back(const std::vector<TrainerAct>& acts);

  private:
    [[nodiscard]] std::string* field_of(TrainerAct::Kind kind);
    void note(Lines& lines, const std::string& key, const std::string& label, std::string& text, TrainerAct::Kind kind,
              std::vector<Action>& actions);

    std::string observed_;
    std::string agreed_;
    std::string present_;
};

}  // namespace hamer::ui
