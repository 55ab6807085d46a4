// What the trainer did that the disk has not answered for yet. What is tapped again meanwhile is done once; a change of
// mind is another act, also back to what was asked before.
//
// One thread.
#pragma once

#include "drill/conductor.h"

#include <vector>

namespace hamer {

class PendingActs {
  public:
    // False: the last of these on the same thing is the same, whenever that was.
    [[nodiscard]] bool add(const TrainerAct& act);
    void answered(const TrainerAct& act);
    [[nodiscard]] bool empty() const { return acts_.empty(); }

  private:
    std::vector<TrainerAct> acts_;
};

}  // namespace hamer
