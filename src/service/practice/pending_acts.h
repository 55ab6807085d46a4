// What the trainer did that the disk has not answered for yet. What is tapped again meanwhile is done once.
//
// One thread.
#pragma once

#include "drill/conductor.h"

#include <algorithm>
#include <vector>

namespace hamer {

class PendingActs {
  public:
    // False: the same is on its way already, whenever that was.
    [[nodiscard]] bool add(const TrainerAct& act) {
        if (find(act) != acts_.end()) return false;
        acts_.push_back(act);
        return true;
    }
    void answered(const TrainerAct& act) {
        if (const auto found = find(act); found != acts_.end()) acts_.erase(found);
    }
    void answered(const std::vector<TrainerAct>& acts) {
        for (const TrainerAct& one : acts) answered(one);
    }

  private:
    [[nodiscard]] std::vector<TrainerAct>::iterator find(TrainerAct act) {
        return std::ranges::find_if(acts_, [&](const TrainerAct& one) {
            act.at = one.at;
            return one == act;
        });
    }

    std::vector<TrainerAct> acts_;
};

}  // namespace hamer
