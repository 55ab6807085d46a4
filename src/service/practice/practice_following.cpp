// The drill that another window holds, for the trainer's own (practice_service.h).
#include "service/practice/practice_service.h"

namespace hamer {

bool PracticeService::make_follower(const std::string& shown) {
    if (follower_) return false;
    follower_.emplace(options_.data, *options_.files, shown);
    return true;
}

FollowedDrill PracticeService::followed() const {
    const DrillFollower& follower = *follower_;
    FollowedDrill made{.kept = {},
                       .session = {},
                       .newer = follower.newer(),
                       .problem = follower.problem(),
                       .unadded = {},
                       .watched = follower.watched()};
    if (follower.has_drill()) {
        made.kept = kept_in(follower.folder());
        made.session = follower.session();
    }
    return made;
}

// The first time it tells how things are, also where all is as the window knows it: a problem that it shows is past.
std::optional<FollowedDrill> PracticeService::follow(const std::string& shown) {
    const bool is_first = make_follower(shown);
    const bool changed = follower_->poll();
    return changed || is_first ? std::optional(followed()) : std::nullopt;
}

FollowedDrill PracticeService::follow_newer(const std::string& shown) {
    if (make_follower(shown)) (void)follower_->poll();
    follower_->follow_newer();
    return followed();
}

FollowedDrill PracticeService::act_in_followed(const std::string& session, const std::vector<TrainerAct>& acts) {
    std::vector<TrainerAct> unadded;
    std::optional<Error> problem;
    for (const TrainerAct& act : acts) {
        const auto added = add(session, act);
        if (added) continue;
        if (!problem) problem = added.error();
        unadded.push_back(act);
    }
    make_follower(session);
    (void)follower_->poll();  // what it gives is given anyway
    FollowedDrill made = followed();
    if (problem) made.problem = problem;
    made.unadded = std::move(unadded);
    return made;
}

}  // namespace hamer
