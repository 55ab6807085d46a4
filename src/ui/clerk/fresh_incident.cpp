#include "ui/clerk/fresh_incident.h"

#include "base/typed_time.h"
#include "platform/zone.h"
#include "record/faults.h"

namespace hamer::ui {

FreshIncident begun_at(Instant now) {
    return {.id = new_report_id(now), .date = shown_day(in_zone(now, SystemZone()))};
}

std::optional<Draft> draft_of(const FreshIncident& fresh) {
    Draft draft;
    draft.dossier.channel = fresh.channel;
    if (fresh.affected) draft.dossier.persons = {{.id = "p1", .role = PersonRole::Affected, .office = fresh.affected}};
    const bool is_empty =
        fresh.what.empty() && fresh.place.empty() && fresh.time.empty() && fresh.bodies.empty() && draft == Draft{};
    if (is_empty) return std::nullopt;
    if (fresh.kind == IncidentKind::Learning)
        draft.dossier.learning = Learning{.kind = fresh.learning, .bodies = fresh.bodies};
    draft.typed = {
        {"id", fresh.id},     {"kind", std::string(incident_kind_words[static_cast<std::size_t>(fresh.kind)])},
        {"what", fresh.what}, {"place", fresh.place},
        {"date", fresh.date}, {"time", fresh.time}};
    return draft;
}

FreshIncident fresh_of(const Draft& draft, Instant now) {
    const auto typed = [&](const std::string& key) {
        const auto found = draft.typed.find(key);
        return found == draft.typed.end() ? std::string() : found->second;
    };
    FreshIncident fresh{typed("id"), typed("what"), typed("place"), typed("date"), typed("time"), draft.dossier.channel,
                        {}};
    for (const IncidentKind kind : {IncidentKind::Signal, IncidentKind::Estimate, IncidentKind::Learning}) {
        if (typed("kind") == incident_kind_words[static_cast<std::size_t>(kind)]) fresh.kind = kind;
    }
    if (const auto& held = draft.dossier.learning) {
        fresh.learning = held->kind;
        fresh.bodies = held->bodies;
    }
    if (!draft.dossier.persons.empty()) fresh.affected = draft.dossier.persons.front().office;
    if (fresh.id.empty()) fresh.id = new_report_id(now);  // it was kept without one
    return fresh;
}

std::optional<Instant> start_of(const FreshIncident& fresh, Instant now, std::map<std::string, LocalText>& wrong) {
    const SystemZone zone;
    const Day today = day_of(in_zone(now, zone));
    if (fresh.kind == IncidentKind::Estimate) {
        const auto gathering = day_typed(fresh.date, today);
        if (gathering) return now;
        if (!fresh.date.empty()) wrong["fresh.date"] = gathering.error();
        return std::nullopt;
    }
    const auto day = day_typed(fresh.date, past_near(today));
    if (fresh.kind == IncidentKind::Learning) {
        if (day && *day <= today) return at_wall(*day, std::chrono::milliseconds(0), zone);
        if (!fresh.date.empty())
            wrong["fresh.date"] =
                day ? LocalText{"Die dag is nog niet geweest.", "That day has not been yet."} : day.error();
        return std::nullopt;
    }
    const auto time = time_typed(fresh.time);
    if (!day && !fresh.date.empty()) wrong["fresh.date"] = day.error();
    if (!time && !fresh.time.empty()) wrong["fresh.time"] = time.error();
    if (!day || !time) return std::nullopt;
    const auto at = moment_typed(shown_day(*day) + " " + shown_time(*time), zone);
    const LocalText why = at ? wrong_with_past(*at, now, zone) : at.error();
    if (why.empty()) return *at;
    wrong[*day > today ? "fresh.date" : "fresh.time"] = why;
    return std::nullopt;
}

ReportedIncident told_of(const FreshIncident& fresh, Instant started) {
    ReportedIncident told{fresh.id, fresh.what, started, started, fresh.place, fresh.channel, fresh.affected};
    told.kind = fresh.kind;
    if (fresh.kind == IncidentKind::Learning) {
        told.day = to_iso(day_of(started));
        told.learning = fresh.learning;
        told.bodies = fresh.bodies;
        told.affected.reset();
        told.channel.reset();
    }
    if (fresh.kind != IncidentKind::Estimate) return told;
    const auto day = day_typed(fresh.date, day_of(in_zone(started, SystemZone())));
    if (day) told.day = to_iso(*day);
    return told;
}

}  // namespace hamer::ui
