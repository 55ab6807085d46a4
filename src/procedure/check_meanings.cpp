#include "procedure/check_parts.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer {

std::vector<Violation> check_meanings(const Procedure& procedure) {
    using enum Meaning;
    // What the incident record tells together: who has the beginning of it must have its end.
    static const std::vector<std::vector<Meaning>> told_together = {
        {MeetingOpened, MeetingClosed},
        {MeetingSuspended, MeetingResumed},
        {RoomCleared, RoomReentered},
        {BroadcastStarted, BroadcastPauseAsked, BroadcastPaused, BroadcastResumeAsked, BroadcastResumed,
         BroadcastEnded},
        {IncidentOpened, IncidentEnded},
        {RequestSpoken, RequestRefused, RequestHeeded},
        {PoliceCalled, PoliceArrived, PoliceHandedOver},
        {EmergencyDeclared, EmergencyOver},
    };
    std::vector<Violation> found;
    for (const auto& group : told_together) {
        const auto is_there = [&](Meaning meaning) { return procedure.event_meaning(meaning) != nullptr; };
        const auto there = std::ranges::find_if(group, is_there);
        if (there == group.end()) continue;
        for (const Meaning meaning : group) {
            if (is_there(meaning)) continue;
            found.push_back({"meanings-paired",
                             fmt::format("an event means {}, and none means {}", word(*there), word(meaning)),
                             {}});
        }
    }
    return found;
}

}  // namespace hamer
