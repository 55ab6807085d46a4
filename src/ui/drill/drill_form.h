// How a drill will be held: what it is about, who leads it, who takes which role and who is there.
#pragma once

#include "drill/held.h"
#include "drill/scenario.h"
#include "ui/toolkit/widgets/lines.h"

#include <string>

namespace hamer::ui {

class DrillForm {
  public:
    // What was filled in about people stays from one scenario to the next; the pace is of one drill. What happens in it
    // is shown on request.
    // `own_window`: whether this program can open the trainer's window.
    void draw(Lines& lines, const DrillScenario& scenario, bool own_window);
    [[nodiscard]] bool wants_trainer_window() const { return window_ && setup_.lead == DrillLead::Trainer; }
    [[nodiscard]] DrillSetup setup(const DrillScenario& scenario) const;
    // A drill began with it.
    void begun() { scenario_.clear(); }

  private:
    void draw_plot(Lines& lines, const DrillScenario& scenario);
    void draw_lead(Lines& lines, bool own_window);
    void draw_pace(Lines& lines);
    void draw_roles(Lines& lines, const DrillScenario& scenario);

    DrillSetup setup_{.lead = DrillLead::Trainer, .shown = false, .hints = false};
    std::string scenario_;  // its id, that was shown last
    bool plot_ = false;     // what happens in it is shown
    bool window_ = false;   // the trainer's own
    std::string present_;   // one a line
};

}  // namespace hamer::ui
