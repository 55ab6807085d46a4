// Where one is in the protocol: its items in their order, each with what became of it in this disturbance.
#pragma once

#include "session/session.h"

#include <string>
#include <vector>

namespace hamer::ui {

// A rule holds all the while: it is never done, and never skipped.
enum class TrailProgress { Ahead, Now, Done, Skipped, NotApplicable, Rule };

struct TrailItemView {
    std::string label;
    TrailProgress progress = TrailProgress::Ahead;
};

// Counted from the disturbance that goes on, or else the last one; none where the procedure has no trail, and before
// the first disturbance. What a deviation brought about counts as done.
[[nodiscard]] std::vector<TrailItemView> trail_view(const Session& session, Language language);

}  // namespace hamer::ui
