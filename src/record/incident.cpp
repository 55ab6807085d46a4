#include "record/incident.h"

#include <algorithm>

namespace hamer {

bool is_incident(IncidentKind kind) {
    return kind != IncidentKind::Signal && kind != IncidentKind::Estimate && kind != IncidentKind::Learning;
}

bool is_of_a_meeting(IncidentKind kind) { return kind == IncidentKind::Disturbance || kind == IncidentKind::Emergency; }

std::optional<std::int64_t> lasted_ms(const IncidentRecord& record) {
    if (!record.ended) return std::nullopt;
    std::int64_t lasted = record.ended->at.at.milliseconds - record.started.at.milliseconds;
    for (const ClockChange& one : record.clock_changes) {
        if (one.at.seq > record.started.seq && one.at.seq < record.ended->at.seq) lasted -= one.milliseconds;
    }
    return lasted;
}

Scenario scenario(const IncidentRecord& record) {
    const auto addressed_as = [&](Approach approach) {
        return std::ranges::any_of(record.addressed, [&](const Address& one) { return one.scenario == approach; });
    };
    if (addressed_as(Approach::A)) return addressed_as(Approach::B) ? Scenario::AThenB : Scenario::A;
    return addressed_as(Approach::B) ? Scenario::B : Scenario::None;
}

const std::string& charges_decision(const IncidentRecord& record) {
    static const std::string none;
    const std::string& journal = record.charges ? record.charges->decision : none;
    const std::string& added = record.dossier ? record.dossier->charges : none;
    return added.empty() || (!journal.empty() && journal != charges_later) ? journal : added;
}

IncidentStatus status(const IncidentRecord& record) {
    if (record.withdrawn) return IncidentStatus::Withdrawn;
    if (record.ended && record.dossier && record.dossier->completed) return IncidentStatus::Complete;
    return record.ended ? IncidentStatus::Ended : IncidentStatus::Open;
}

}  // namespace hamer
