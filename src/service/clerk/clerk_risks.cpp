// What the register itself knows that may bear on a gathering (5.1): it is shown, and people weigh it.
#include "base/typed_time.h"
#include "platform/zone.h"
#include "record/names.h"
#include "service/clerk/clerk_service.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer {

namespace {

constexpr int most_looked_at = 500;
constexpr std::size_t most_found = 20;

bool is_end_of_ban(DutyKind kind) {
    return kind == DutyKind::BanEnds || kind == DutyKind::CouncilBanEnds || kind == DutyKind::ContactBanEnds;
}

}  // namespace

std::vector<FoundRisk> ClerkService::risks_for(const IncidentRecord& estimate) {
    std::vector<FoundRisk> found;
    if (!estimate.dossier || !estimate.dossier->estimate) return found;
    const SystemZone zone;
    const Day today = day_of(in_zone(now(), zone));
    const Day held = day_from_iso(estimate.dossier->estimate->day).value_or(today);
    const Say say{options_.language};
    // What cannot be read is left out: the lists say so themselves.
    const auto duties = register_.due(Register::Duties::All).value_or(std::vector<DueDuty>());
    for (const DueDuty& one : duties) {
        if (found.size() == most_found) break;
        if (!is_end_of_ban(one.kind) || day_of(in_zone(one.due, zone)) < held) continue;
        found.push_back({one.record, fmt::format("{} {}: {}", say("Verbod tot en met", "Ban until"),
                                                 shown_day(in_zone(one.due, zone)), one.what)});
    }
    const auto since = held - std::chrono::days(730);
    for (const RecordSummary& one : register_.list(most_looked_at).value_or(std::vector<RecordSummary>())) {
        if (found.size() == most_found) break;
        const bool open_signal = one.kind == IncidentKind::Signal && one.status != IncidentStatus::Complete;
        const bool recent = is_incident(one.kind) && day_of(in_zone(one.started, zone)) >= since;
        if (one.id == estimate.id || one.status == IncidentStatus::Withdrawn || (!open_signal && !recent)) continue;
        if (std::ranges::find(found, one.id, &FoundRisk::record) != found.end()) continue;  // by its ban
        std::string kind = name_of(one.kind).in(options_.language);
        if (one.conduct) kind += ", " + name_of(*one.conduct).in(options_.language);
        found.push_back({one.id, fmt::format("{} {}: {}", shown_day(in_zone(one.started, zone)), kind, one.what)});
    }
    return found;
}

}  // namespace hamer
