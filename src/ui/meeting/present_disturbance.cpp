#include "ui/meeting/present_disturbance.h"

#include <algorithm>

namespace hamer::ui {

std::span<const Entry> present_incident_entries(const Session& session) {
    const Incident* incident = session.present_incident();
    if (!incident && !session.incidents().empty()) {
        const Incident& last = session.incidents().back();
        const auto meeting = session.procedure().region_of(Meaning::MeetingOpened);
        const Entry* moved = meeting ? session.entered_by(*meeting) : nullptr;
        const bool went_on = session.procedure().is_open(session.configuration()) && moved && moved->seq > *last.ended;
        if (!went_on) incident = &last;
    }
    if (!incident) return {};
    const std::vector<Entry>& entries = session.entries();
    const auto first = std::ranges::lower_bound(entries, incident->opened, {}, &Entry::seq);
    return std::span(entries).last(static_cast<std::size_t>(entries.end() - first));
}

bool is_step_of(const Entry& entry, std::string_view event) {
    const auto* step = entry.as<StepRecorded>();
    return step && (step->event == event || std::ranges::find(step->raised, event) != step->raised.end());
}

}  // namespace hamer::ui
