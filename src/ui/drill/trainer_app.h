// The trainer's own window: what comes, what is expected, what was done and a hand in it; and the debrief once the
// drill is over. It goes on to the next drill only when the trainer says so, or has put the debrief away. Whoever
// drives it polls the follower when the folder changed. One thread.
#pragma once

#include "service/practice/drill_follower.h"
#include "ui/drill/debrief_screen.h"
#include "ui/drill/trainer_panel.h"
#include "ui/toolkit/widgets/ui.h"

#include <optional>
#include <string>

namespace hamer::ui {

class TrainerApp {
  public:
    TrainerApp(DrillFollower& follower, FileSystem& files, Language language);  // both outlive it

    void draw(Ui& ui);

  private:
    void open_debrief();
    void draw_debrief(Ui& ui);
    void draw_waiting(Ui& ui, Rect area);
    void draw_newer(Ui& ui, Rect& area);
    void draw_drill(Ui& ui, Rect area);
    void draw_end(Ui& ui, Rect& area, const TrainerView& view);
    void follow_newer(Ui& ui);
    void draw_log(Ui& ui, Rect area);

    DrillFollower& follower_;
    FileSystem& files_;
    Language language_;
    TrainerPanel panel_;
    std::optional<DebriefScreen> debrief_;
    std::string debriefed_;  // the session whose debrief was shown and put away, or is shown
};

}  // namespace hamer::ui
