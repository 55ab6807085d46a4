#include "ui/view/present_disturbance.h"

#include <algorithm>

namespace hamer::ui {

std::span<const Entry> present_disturbance(const Session& session) {
    const Event* opening = session.procedure().event_meaning(Meaning::IncidentOpened);
    if (!opening || !session.last(Meaning::IncidentOpened)) return {};
    const std::vector<Entry>& entries = session.entries();
    const auto report = std::ranges::find_if(entries.rbegin(), entries.rend(), [&](const Entry& entry) {
        return is_step_of(entry, opening->id) && !session.is_taken_back(entry.seq);
    });
    if (report == entries.rend()) return {};
    return std::span(entries).last(static_cast<std::size_t>(report - entries.rbegin()) + 1);
}

bool is_step_of(const Entry& entry, std::string_view event) {
    const auto* step = entry.as<StepRecorded>();
    return step && (step->event == event || std::ranges::find(step->raised, event) != step->raised.end());
}

}  // namespace hamer::ui
