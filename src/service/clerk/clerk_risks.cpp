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
constexpr std::size_t most_of_each = 20;  // so that none of them leaves no room for another

// A ban against this person has begun by that day, and not ended.
bool holds_on(const Dossier& dossier, const std::string& person, Day day) {
    return std::ranges::any_of(dossier.measures, [&](const Measure& one) {
        const auto from = day_from_iso(one.from), until = day_from_iso(one.until);
        return is_ban(one.kind) && one.person == person && (!from || *from <= day) && until && *until >= day;
    });
}

bool is_end_of_ban(DutyKind kind) {
    return kind == DutyKind::BanEnds || kind == DutyKind::CouncilBanEnds || kind == DutyKind::ContactBanEnds;
}

}  // namespace

std::vector<DueDuty> ClerkService::bans_on(Day day) {
    const SystemZone zone;
    // What cannot be read is left out: the lists say so themselves.
    auto duties = register_.due(Register::Duties::Open).value_or(std::vector<DueDuty>());
    std::erase_if(duties, [&](const DueDuty& one) {
        if (!is_end_of_ban(one.kind) || day_of(in_zone(one.due, zone)) < day) return true;
        const auto whole = register_.record(one.record);
        return !whole || !whole->dossier || !holds_on(*whole->dossier, one.person, day);
    });
    return duties;
}

std::vector<FoundRisk> ClerkService::risks_for(const IncidentRecord& estimate) {
    std::vector<FoundRisk> found;
    if (!estimate.dossier || !estimate.dossier->estimate) return found;
    const SystemZone zone;
    const Day today = day_of(in_zone(now(), zone));
    const Day held = day_from_iso(estimate.dossier->estimate->day).value_or(today);
    const Say say{options_.language};
    for (const DueDuty& one : bans_on(held)) {
        if (found.size() == most_of_each) break;
        found.push_back({one.record, fmt::format("{} {}: {}", say("Verbod tot en met", "Ban until"),
                                                 shown_day(in_zone(one.due, zone)), one.what)});
    }
    std::vector<FoundRisk> signals, incidents;
    const auto since = held - std::chrono::days(730);
    for (const RecordSummary& one : register_.list(most_looked_at).value_or(std::vector<RecordSummary>())) {
        const bool open_signal = one.kind == IncidentKind::Signal && one.status != IncidentStatus::Complete;
        const bool recent = is_incident(one.kind) && day_of(in_zone(one.started, zone)) >= since;
        if (one.id == estimate.id || one.status == IncidentStatus::Withdrawn || (!open_signal && !recent)) continue;
        if (std::ranges::find(found, one.id, &FoundRisk::record) != found.end()) continue;  // by its ban
        std::vector<FoundRisk>& here = open_signal ? signals : incidents;
        if (here.size() == most_of_each) continue;
        std::string kind = name_of(one.kind).in(options_.language);
        if (one.conduct) kind += ", " + name_of(*one.conduct).in(options_.language);
        here.push_back({one.id, fmt::format("{} {}: {}", shown_day(in_zone(one.started, zone)), kind, one.what)});
    }
    for (auto* more : {&signals, &incidents}) found.insert(found.end(), more->begin(), more->end());
    return found;
}

}  // namespace hamer
