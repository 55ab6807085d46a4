#include "broadcast/wish.h"

#include <algorithm>
#include <array>

namespace hamer {

namespace {

bool leads_to(const Procedure& procedure, std::size_t region, std::uint8_t state, Meaning meaning) {
    return std::ranges::any_of(procedure.regions[region].states, [&](const State& from) {
        return std::ranges::any_of(from.on, [&](const Handler& handler) {
            return procedure.events[handler.event].meaning == meaning &&
                   std::ranges::any_of(handler.transitions, [&](const Transition& one) { return one.target == state; });
        });
    });
}

}  // namespace

BroadcastWish broadcast_wish(const Session& session) {
    const Procedure& procedure = session.procedure();
    for (std::size_t region = 0; region < procedure.regions.size(); ++region) {
        const std::uint8_t state = session.configuration()[region];
        const auto reached_by = [&](Meaning meaning) { return leads_to(procedure, region, state, meaning); };
        if (reached_by(Meaning::BroadcastPauseAsked) || reached_by(Meaning::BroadcastPaused)) {
            return BroadcastWish::Paused;
        }
        if (reached_by(Meaning::BroadcastStarted) || reached_by(Meaning::BroadcastResumeAsked) ||
            reached_by(Meaning::BroadcastResumed)) {
            return BroadcastWish::Live;
        }
    }
    return BroadcastWish::Leave;
}

}  // namespace hamer
