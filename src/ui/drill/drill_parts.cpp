#include "ui/drill/drill_parts.h"

namespace hamer::ui {

void add_trained(const std::vector<Action>& asked, DrillActions& actions) {
    for (const Action& action : asked) {
        if (const auto* train = std::get_if<Train>(&action)) actions.emplace_back(*train);
    }
}

void draw_waiting(Ui& ui, Rect room, const PlaceWaiting& waiting, Language language, DrillActions& actions) {
    if (!is_noticed(waiting)) return;
    if (place_waiting(ui, room, waiting, Say{language}) == WaitingTap::NoLonger)
        actions.emplace_back(DrillDo::WaitNoLonger);
}

}  // namespace hamer::ui
