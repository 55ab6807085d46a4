// The trainer's own window: what comes, what is expected, what was done and a hand in it; and the debrief once the
// drill is over. Whoever drives it polls the follower when the folder changed. One thread.
#pragma once

#include "desk/drill_follower.h"
#include "ui/drill/debrief_screen.h"
#include "ui/drill/trainer_panel.h"
#include "ui/widgets/ui.h"

#include <optional>
#include <string>

namespace hamer::ui {

class TrainerApp {
  public:
    TrainerApp(DrillFollower& follower, FileSystem& files, Language language);  // both outlive it

    void draw(Ui& ui);

  private:
    void draw_waiting(Ui& ui, Rect area);
    void draw_drill(Ui& ui, Rect area);
    void draw_log(Ui& ui, Rect area);

    DrillFollower& follower_;
    FileSystem& files_;
    Language language_;
    TrainerPanel panel_;
    std::optional<DebriefScreen> debrief_;
    std::string debriefed_;  // the session whose debrief was shown and put away, or is shown
};

}  // namespace hamer::ui
