// What the clerk puts in the register: an incident that was told of, what was typed in a record, that it is complete.
#include "base/attempt.h"
#include "base/counted.h"
#include "base/text.h"
#include "base/version.h"
#include "platform/random.h"
#include "platform/zone.h"
#include "record/duties.h"
#include "record/faults.h"
#include "record/names.h"
#include "service/clerk/clerk_service.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer {

namespace {

constexpr std::size_t longest_text = 4000;

tl::unexpected<Error> refused(const std::string& where, const LocalText& problem, const LocalText& advice,
                              Trouble trouble = Trouble::Unnamed) {
    return fail(ErrorKind::Refused, where, problem, advice, trouble);
}

Dossier as_told(const ReportedIncident& told) {
    Dossier dossier;
    dossier.place = told.place;
    dossier.channel = told.channel;
    if (told.affected) dossier.persons.push_back({.id = "p1", .role = PersonRole::Affected, .office = told.affected});
    if (told.kind == IncidentKind::Signal) dossier.signal.emplace();
    if (told.kind == IncidentKind::Estimate) dossier.estimate = Estimate{.day = told.day};
    if (told.kind == IncidentKind::Learning)
        dossier.learning = Learning{.kind = told.learning, .day = told.day, .bodies = told.bodies};
    return dossier;
}

// Since an incident without a session was told.
bool was_worked_on(const IncidentRecord& record) {
    const Dossier dossier = record.dossier.value_or(Dossier{});
    const auto affected = dossier.persons.empty() ? std::nullopt : dossier.persons.front().office;
    ReportedIncident told{
        .place = dossier.place, .channel = dossier.channel, .affected = affected, .kind = record.kind};
    if (dossier.estimate) told.day = dossier.estimate->day;
    if (const auto& held = dossier.learning) {
        told.day = held->day;
        told.learning = held->kind;
        told.bodies = held->bodies;
    }
    return !(dossier == as_told(told));
}

Error refusal(const std::string& record, const Fault& found) {
    LocalText said = found.text;
    for (std::string* text : {&said.nl, &said.en}) {
        if (text->ends_with('.')) text->pop_back();  // the advice follows
    }
    return fail(ErrorKind::Refused, fmt::format("{}: {}", record, found.place),
                LocalText{fmt::format("{}: {}", found.field.nl, said.nl),
                          fmt::format("{}: {}", found.field.en, said.en)},
                {"Verbeter dit veld", "Mend this field"}, Trouble::WrongInput)
        .value();
}

// Refused where `changed` brings in what cannot be meant. What stood there before stands in no other change's way.
Status check(const IncidentRecord& before, const IncidentRecord& changed, Instant now) {
    const SystemZone zone;
    const auto found = brought_in(faults(before, now, zone), faults(changed, now, zone));
    return found ? tl::unexpected<Error>(refusal(changed.id, *found)) : Status{};
}

bool was_saved_by_other(const Result<SavedRecord>& saved) {
    return !saved && saved.error().trouble == Trouble::SavedByOther;
}

// What is of a signal, an estimate or a learning is of no other record, and leads to one that there is.
Status check_parts(const IncidentRecord& changed) {
    const Dossier& dossier = *changed.dossier;
    if (dossier.signal.has_value() == (changed.kind == IncidentKind::Signal) &&
        dossier.estimate.has_value() == (changed.kind == IncidentKind::Estimate) &&
        dossier.learning.has_value() == (changed.kind == IncidentKind::Learning))
        return {};
    return refused(changed.id,
                   {"een signaal, een risico-inschatting en een leermoment zijn elk een eigen soort dossier",
                    "a signal, a risk estimate and a learning are each a kind of record of their own"},
                   {"Begin er een: hamer record new --signal, --estimate of --learning",
                    "Begin one: hamer record new --signal, --estimate or --learning"},
                   Trouble::WrongInput);
}

// They come and go with their bytes, by attach and erase; what may be changed here is what is said of them.
Status check_attachments(const IncidentRecord& stands, const IncidentRecord& changed) {
    const auto facts = [](const IncidentRecord& record) {
        std::vector<Attachment> all = record.dossier ? record.dossier->attachments : std::vector<Attachment>{};
        for (Attachment& one : all) one.remark.clear();
        std::ranges::sort(all, {}, &Attachment::id);
        return all;
    };
    if (facts(stands) == facts(changed)) return {};
    return refused(stands.id, {"bijlagen komen en gaan met hun bestand", "attachments come and go with their files"},
                   {"Gebruik `hamer record attach` of `hamer erase DOSSIER/BIJLAGE`; alleen de toelichting kan anders",
                    "Use `hamer record attach` or `hamer erase RECORD/ATTACHMENT`; only the remark can change"},
                   Trouble::WrongInput);
}

}  // namespace

std::string new_report_id(Instant now) { return fmt::format("reported-{}-{}", compact_utc(now), random_hex(8)); }

Result<StoredRecord> ClerkService::report(const ReportedIncident& incident) {
    if (incident.what.empty()) {
        return refused("record new", {"er staat niet bij wat er gebeurde", "what happened is missing"},
                       {"Zeg het in één zin: --what \"…\"", "Say it in a sentence: --what \"…\""});
    }
    const Instant at = now();
    if (const auto begun = register_.record(incident.id); begun && was_worked_on(*begun)) {
        return refused("record new",
                       {"dit dossier is al begonnen, en er is daarna aan gewerkt",
                        "this record was begun already, and was worked on since"},
                       {"Open het, en vul daar aan wat u hier typte", "Open it, and add there what you typed here"},
                       Trouble::SavedByOther);
    }
    IncidentRecord record;
    record.id = incident.id;
    record.kind = incident.kind;
    record.municipality = options_.settings.municipality.name;
    record.address = whereabouts({}, options_.settings.municipality);
    record.meeting.date = calendar_date(incident.started);
    record.what = printable(incident.what, longest_text);
    record.started.at = incident.started;
    record.ended.emplace().at.at = incident.ended.value_or(incident.started);
    record.source.program = program_version;
    ReportedIncident told = incident;
    told.place = printable(incident.place, longest_text);
    record.dossier = as_told(told);
    const auto wrong = impossible_facts(record, at, SystemZone());
    if (!wrong.empty()) return tl::unexpected<Error>(refusal("record new", wrong.front()));
    auto stored = register_.put(record, at);
    if (!stored && stored.error().kind == ErrorKind::Refused && !incident.affected) {
        stored.error().advice = "Say who is affected (--affected alderman, for one): that decides whose record it is";
        stored.error().dutch =
            "zo zou dit dossier bij een ander ambt horen dan het uwe. Zeg wie is getroffen (--affected alderman, "
            "bijvoorbeeld): dat bepaalt van wie het dossier is";
        if (incident.kind == IncidentKind::Learning) {
            stored.error().advice = "Say who was there (--present college, for one): that decides whose record it is";
            stored.error().dutch =
                "zo zou dit dossier bij een ander ambt horen dan het uwe. Zeg wie erbij waren (--present college, "
                "bijvoorbeeld): dat bepaalt van wie het dossier is";
        }
    }
    return stored;
}

Status ClerkService::check_beforehand(const IncidentRecord& stands, const IncidentRecord& changed) {
    RETURN_IF_ERROR(check_parts(changed));
    const Dossier none;
    const Dossier& before = stands.dossier ? *stands.dossier : none;
    if (changed.dossier->signal && !changed.dossier->signal->record.empty()) {
        const Signal& one = *changed.dossier->signal;
        const bool is_new = !before.signal || before.signal->record != one.record || before.signal->ended != one.ended;
        if (is_new) RETURN_IF_ERROR(check_link(changed.id, one.record, one.ended));
    }
    if (!changed.dossier->estimate) return {};
    for (const std::string& id : changed.dossier->estimate->considered) {
        if (before.estimate && std::ranges::find(before.estimate->considered, id) != before.estimate->considered.end())
            continue;
        RETURN_IF_ERROR(check_link(changed.id, id, std::nullopt));
    }
    return {};
}

Status ClerkService::check_link(const std::string& from, const std::string& to, std::optional<SignalEnd> ended) {
    const auto there = register_.record(to);
    if (!there || to == from) {
        return refused(from,
                       {fmt::format("er is geen ander dossier “{}”", printable(to, 60)),
                        fmt::format("there is no other record “{}”", printable(to, 60))},
                       {"`hamer record list` noemt ze", "`hamer record list` shows them"}, Trouble::UnknownName);
    }
    const bool incident = ended == SignalEnd::Incident, estimate = ended == SignalEnd::Estimate;
    if ((!incident || is_incident(there->kind)) && (!estimate || there->kind == IncidentKind::Estimate)) return {};
    return refused(
        from,
        {fmt::format("het dossier “{}” is een {}, en zo is het signaal niet afgelopen", to, name_of(there->kind).nl),
         fmt::format("the record “{}” is of the kind “{}”, and the signal did not end so", to,
                     name_of(there->kind).en)},
        {"Kies een ander dossier, of een andere afloop", "Choose another record, or another outcome"},
        Trouble::WrongInput);
}

Result<SavedRecord> ClerkService::save(const std::string& id, std::optional<int> base, const Dossier& dossier) {
    const auto next = [&](const IncidentRecord& stands) -> Result<Dossier> {
        ASSIGN_OR_RETURN(auto rest, without_erased(stands, {.record = id, .dossier = dossier}));
        IncidentRecord changed = stands;
        changed.dossier = std::move(rest.dossier);
        changed.dossier->completed.reset();
        RETURN_IF_ERROR(check(stands, changed, now()));
        RETURN_IF_ERROR(check_attachments(stands, changed));
        RETURN_IF_ERROR(check_beforehand(stands, changed));
        if (stands.dossier && !lacks_more(missing(stands), missing(changed)))
            changed.dossier->completed = stands.dossier->completed;
        return *std::move(changed.dossier);
    };
    return register_.save(id, base, next, now());
}

Result<SavedRecord> ClerkService::complete(const std::string& id, int base, const std::string& by) {
    if (by.empty())
        return refused(id, {"er staat niet bij wie het afrondt", "who completes it is missing"},
                       {"Geef een naam", "Give a name"});
    const auto next = [&](const IncidentRecord& stands) -> Result<Dossier> {
        const auto lacking = missing(stands);
        if (!lacking.empty()) {
            return refused(
                id,
                {fmt::format("het dossier is nog niet compleet. {}, te beginnen met “{}”",
                             counted(lacking.size(), {"onderdeel ontbreekt", ""}, {"onderdelen ontbreken", ""}).nl,
                             lacking.front().text.nl),
                 fmt::format("not complete yet: {} of its items are missing, first “{}”", lacking.size(),
                             lacking.front().place)},
                {fmt::format("`hamer record missing {}` noemt alles", id),
                 fmt::format("`hamer record missing {}` names them all", id)});
        }
        if (auto can_be = check({}, stands, now()); !can_be) return tl::unexpected<Error>(can_be.error());
        Dossier dossier = stands.dossier.value_or(Dossier{});
        if (!dossier.completed) dossier.completed = Completion{now(), by};
        return dossier;
    };
    return register_.save(id, base, next, now());
}

Result<StoredRecord> ClerkService::tick_off(const std::string& id, const DutyDone& done) {
    ASSIGN_OR_RETURN(const auto record, register_.record(id));
    const auto all = duties(record, SystemZone());
    const auto found = std::ranges::find_if(
        all, [&](const Duty& duty) { return duty.kind == done.kind && duty.person == done.person; });
    if (found == all.end()) {
        return refused(id, {"dit dossier heeft die termijn niet", "this is no duty of this record"},
                       {"`hamer deadlines --all` noemt ze", "`hamer deadlines --all` lists them"});
    }
    if (found->done) return StoredRecord{id, record.revision, false};
    Dossier dossier = record.dossier.value_or(Dossier{});
    dossier.done.push_back(done);
    // A signal has the day as well: nobody has to fill in what they just said.
    if (dossier.signal) {
        const std::string day = calendar_date(in_zone(done.at, SystemZone()));
        if (done.kind == DutyKind::SignalTalk) dossier.signal->talked = day;
        if (done.kind == DutyKind::SignalAnswer) dossier.signal->answered = day;
    }
    ASSIGN_OR_RETURN(auto saved, save(id, record.revision, dossier));
    return std::move(saved.stored);
}

Result<OpenedRecord> ClerkService::of_other(const TypedRecord& typed) {
    return open_record(typed.id, Draft{typed.id, typed.base, typed.dossier, {}});
}

Result<OpenedRecord> ClerkService::save(const TypedRecord& typed) {
    auto saved = save(typed.id, typed.base, typed.dossier);
    if (was_saved_by_other(saved)) return of_other(typed);
    if (!saved) return tl::unexpected<Error>(saved.error());
    return shown(*std::move(saved), typed.log);
}

Result<OpenedRecord> ClerkService::complete(const TypedRecord& typed, TypedSince since) {
    std::optional<SavedRecord> saved;
    if (since == TypedSince::Something) {
        auto stored = save(typed.id, typed.base, typed.dossier);
        if (was_saved_by_other(stored)) return of_other(typed);
        if (!stored) return tl::unexpected<Error>(stored.error());
        saved = *std::move(stored);
    }
    auto completed = complete(typed.id, saved ? saved->stored.revision : typed.base, options_.user);
    if (completed) return shown(*std::move(completed), typed.log);
    if (!saved) return tl::unexpected<Error>(completed.error());
    auto made = shown(*std::move(saved), typed.log);
    if (made) made->problem = completed.error();
    return made;
}

}  // namespace hamer
