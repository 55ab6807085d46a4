// The drill that another window holds, for the trainer's own (practice_service.h).
#include "service/practice/practice_service.h"

namespace hamer {

DrillFollower& PracticeService::follower() {
    if (!follower_) follower_.emplace(options_.data, *options_.files);
    return *follower_;
}

FollowedDrill PracticeService::followed() {
    const DrillFollower& follower = *follower_;
    FollowedDrill made{.kept = {},
                       .session = {},
                       .newer = follower.newer(),
                       .problem = follower.problem(),
                       .watched = follower.watched()};
    if (follower.has_drill()) {
        made.kept = kept_in(follower.folder());
        made.session = follower.session();
    }
    return made;
}

std::optional<FollowedDrill> PracticeService::follow() {
    return follower().poll() ? std::optional(followed()) : std::nullopt;
}

FollowedDrill PracticeService::follow_newer() {
    follower().follow_newer();
    return followed();
}

FollowedDrill PracticeService::act_in_followed(const std::vector<TrainerAct>& acts) {
    for (const TrainerAct& act : acts) follower().act(act);
    return followed();
}

}  // namespace hamer
