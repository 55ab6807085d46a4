// The one implementation of the machine's step, shared by the live machine and the checker, which explores millions.
#pragma once

#include "procedure/procedure.h"

#include <array>
#include <cstddef>

namespace hamer {

// More raised events than this within one step are taken for an endless loop.
constexpr std::size_t max_raised = 64;

enum class StepVerdict { Accepted, Refused, Endless };

// `find(region, state, configuration, event)` gives the transition taken or null; `note(number of the event in the
// order of this step, event)` hears of every event that some region took; `visit(transition)` of every transition
// taken.
template <typename Find, typename Note, typename Visit>
StepVerdict run_to_completion(std::size_t regions, const Configuration& before, std::size_t event, Configuration& after,
                              const Find& find, const Note& note, const Visit& visit) {
    std::array<std::size_t, max_raised> queue;
    queue[0] = event;
    std::size_t queued = 1;
    after = before;
    for (std::size_t next = 0; next < queued; ++next) {
        const Configuration now = after;
        bool was_taken = false;
        for (std::size_t i = 0; i < regions; ++i) {
            const Transition* transition = find(i, now[i], now, queue[next]);
            if (!transition) continue;
            was_taken = true;
            visit(*transition);
            if (transition->target) after[i] = *transition->target;
            for (const std::size_t raised : transition->raises) {
                if (queued == queue.size()) return StepVerdict::Endless;
                queue[queued++] = raised;
            }
        }
        if (next == 0 && !was_taken) return StepVerdict::Refused;
        if (was_taken) note(next, queue[next]);
    }
    return StepVerdict::Accepted;
}

}  // namespace hamer
