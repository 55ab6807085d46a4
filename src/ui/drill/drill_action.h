// What the views of the place for drills and of the trainer's window ask for. They only read what they draw and emit
// these; DrillApp and TrainerApp carry them out, once the frame is drawn.
#pragma once

#include "drill/held.h"
#include "ui/meeting/action.h"

#include <cstddef>
#include <variant>
#include <vector>

namespace hamer::ui {

enum class DrillList { Scenarios, Held };

enum class DrillDo {
    GoBack,     // out of the place
    ToTheList,  // where what was opened from it hides it
    LeaveDebrief,
    WaitNoLonger,
    FollowNewer,  // the trainer's window: the drill that began since
    EndDrill,     // the same: the one that the chair's window holds
};
struct ChooseDrillList {
    DrillList list;
};
// Of the list that is chosen.
struct OpenDrillRow {
    std::size_t row;
};
// With the scenario that is open.
struct BeginDrill {
    DrillSetup setup;
    bool opens_trainer = false;  // the trainer's own window
};

using DrillAction = std::variant<DrillDo, ChooseDrillList, OpenDrillRow, BeginDrill, Train>;
using DrillActions = std::vector<DrillAction>;

}  // namespace hamer::ui
