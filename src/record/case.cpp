#include "record/case.h"

#include "record/facts.h"

namespace hamer {

namespace {

// How the entry that ended an incident did so.
Ending ending_of(const Session& session, const Incident& incident, const Entry& entry) {
    Ending ending{moment(entry), EndedBy::Report, text(session.fields_of(entry), "how"), std::nullopt};
    const auto* deviation = entry.as<DeviationRecorded>();
    if (deviation) ending = {moment(entry), EndedBy::Deviation, deviation->why, std::nullopt};
    if (incident.kind == Incident::Kind::Emergency) ending.by = EndedBy::EmergencyOver;
    for (const Meaning meaning : meanings(session.procedure(), entry)) {
        if (meaning == Meaning::RequestHeeded) ending.by = EndedBy::Heeded;
        if (meaning == Meaning::MemberKept) ending.by = EndedBy::Kept;
    }
    return ending;
}

Case opened(const Session& session, const Incident& incident) {
    Case made;
    made.kind = incident.kind;
    made.opened = incident.opened;
    made.ended = incident.ended;
    IncidentRecord& record = made.record;
    if (incident.kind == Incident::Kind::Emergency) record.kind = IncidentKind::Emergency;
    if (const Entry* entry = session.entry(incident.opened)) {
        const auto* deviation = entry->as<DeviationRecorded>();
        const Fields fields = session.fields_of(*entry);
        record.started = moment(*entry);
        record.what = deviation ? deviation->why : text(fields, "what");
        record.who = text(fields, "who");
    }
    if (incident.kind == Incident::Kind::Member) {
        record.who = "member";
        record.member.emplace();
    }
    const Entry* last = incident.ended ? session.entry(*incident.ended) : nullptr;
    if (last) record.ended = ending_of(session, incident, *last);
    return made;
}

}  // namespace

Moment moment(const Entry& entry) {
    Moment made{entry.seq, entry.when(), std::nullopt};
    if (entry.occurred && *entry.occurred != entry.stamp.at) made.recorded = entry.stamp.at;
    return made;
}

std::optional<std::size_t> owner_at(const std::vector<Case>& cases, std::uint64_t seq) {
    std::optional<std::size_t> latest;
    for (std::size_t i = cases.size(); i > 0; --i) {
        const Case& one = cases[i - 1];
        if (one.opened > seq) continue;
        if (one.is_open_at(seq)) return i - 1;
        if (!latest) latest = i - 1;
    }
    return latest;
}

std::optional<std::size_t> decided_about(const std::vector<Case>& cases, const Fields& decision, std::uint64_t seq) {
    const std::string named = text(decision, "incident");
    std::optional<std::size_t> latest;
    for (std::size_t i = 0; i < cases.size(); ++i) {
        if (std::to_string(i + 1) == named) return i;
        if (cases[i].opened > seq) continue;
        const bool is_disturbance = cases[i].kind != Incident::Kind::Emergency;
        if (!latest || is_disturbance || cases[*latest].kind == Incident::Kind::Emergency) latest = i;
    }
    return latest;
}

std::vector<Case> cases_of(const Session& session) {
    std::vector<Case> cases;
    for (const Incident& incident : session.incidents()) cases.push_back(opened(session, incident));
    return cases;
}

}  // namespace hamer
