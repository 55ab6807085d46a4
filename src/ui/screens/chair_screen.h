// The chair's screen: five facts, what stands open, the one thing to do now with the words to say, what is also
// possible, the log, Herstel, and the red corner. Everything but the card's words keeps its place from card to card.
#pragma once

#include "ui/screens/panels.h"
#include "ui/screens/say.h"
#include "ui/view/chair_view.h"

#include <vector>

namespace hamer::ui {

class Ui;

class ChairScreen {
  public:
    void draw(Ui& ui, const ChairView& view, const Desk& desk, Language language, std::vector<Action>& actions);

  private:
    void draw_band(Ui& ui, Rect& area, const ChairView& view, std::vector<Action>& actions);
    void draw_alerts(Ui& ui, Rect& area, const ChairView& view, std::vector<Action>& actions);
    void draw_foot(Ui& ui, Rect& area, const ChairView& view, const Desk& desk, std::vector<Action>& actions);
    void draw_corner(Ui& ui, Rect place, const ButtonView& corner, std::vector<Action>& actions);
    void draw_quiet(Ui& ui, Rect area, const ChairView& view, const Desk& desk, std::vector<Action>& actions);
    void draw_tools(Ui& ui, Rect area, const ChairView& view, std::vector<Action>& actions);
    void draw_log(Ui& ui, Rect area, const ChairView& view, const Desk& desk);

    Say say_;
    Panels panels_;
};

}  // namespace hamer::ui
