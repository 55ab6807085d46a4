#include "service/clerk/clerk_service.h"

#include "base/counted.h"
#include "base/text.h"
#include "base/version.h"
#include "platform/random.h"
#include "platform/zone.h"
#include "record/duties.h"
#include "record/faults.h"
#include "report/duty_calendar.h"
#include "service/store/session_folder.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer {

namespace {

constexpr std::size_t longest_text = 4000;
constexpr std::int64_t calendar_ms = 2 * 366 * 86'400'000LL;  // what is done since long needs no more telling

tl::unexpected<Error> refused(const std::string& where, const LocalText& problem, const LocalText& advice,
                              Trouble trouble = Trouble::Unnamed) {
    return fail(ErrorKind::Refused, where, problem, advice, trouble);
}

Dossier as_told(const std::string& place, std::optional<Channel> channel, std::optional<Office> affected) {
    Dossier dossier;
    dossier.place = place;
    dossier.channel = channel;
    if (affected) dossier.persons.push_back({.id = "p1", .role = PersonRole::Affected, .office = affected});
    return dossier;
}

// Since an incident without a session was told.
bool was_worked_on(const IncidentRecord& record) {
    const Dossier dossier = record.dossier.value_or(Dossier{});
    const auto affected = dossier.persons.empty() ? std::nullopt : dossier.persons.front().office;
    return !(dossier == as_told(dossier.place, dossier.channel, affected));
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

}  // namespace

Result<ClerkService> ClerkService::open(Options options, FileSystem& files, const Clock& clock) {
    if (auto made = files.make_folder(options.data); !made) return tl::unexpected<Error>(made.error());
    const WitnessPlaces places{options.data, options.second_place, options.state, {}};
    auto left_out = hand_over_waiting(files, options.settings, places, clock.now());
    if (!left_out) return tl::unexpected<Error>(left_out.error());
    auto opened = open_register(options.settings, options.data);
    if (!opened) return tl::unexpected<Error>(opened.error());
    const auto role = opened->role();
    if (!role) return tl::unexpected<Error>(role.error());
    if (!role->empty()) options.user = options.user.empty() ? *role : fmt::format("{} ({})", options.user, *role);
    ClerkService service(std::move(options), files, clock, *std::move(opened));
    service.left_out_ = *std::move(left_out);
    return service;
}

Status ClerkService::note(std::string_view what, const std::string& id) {
    return register_.note_access({now(), options_.user, std::string(what), id});
}

Result<IncidentRecord> ClerkService::look(const std::string& id, std::optional<int> revision) {
    auto record = register_.record(id, revision);
    if (!record) return record;
    if (auto noted = note("open", id); !noted) return tl::unexpected<Error>(noted.error());
    return record;
}

Result<std::string> ClerkService::show(const std::string& id, std::optional<int> revision) {
    auto text = register_.show(id, revision);
    if (!text) return text;
    if (auto noted = note("open", id); !noted) return tl::unexpected<Error>(noted.error());
    return text;
}

Result<std::vector<Change>> ClerkService::changes(const std::string& id, int from, int to) {
    const auto before = register_.show(id, from);
    if (!before) return tl::unexpected<Error>(before.error());
    const auto after = register_.show(id, to);
    if (!after) return tl::unexpected<Error>(after.error());
    return hamer::changes(*before, *after);
}

std::optional<StoredSession> ClerkService::session_of(const IncidentRecord& record) {
    if (!is_session_id(record.source.session)) return std::nullopt;
    auto read = read_session(*files_, sessions_folder(options_.data, false), record.source.session);
    if (!read) return std::nullopt;
    const Witnesses witnesses(*files_, options_.settings, places(), &register_);
    if (!prove(record.source.session, read->journal, witnesses)) return std::nullopt;
    return *std::move(read);
}

Status ClerkService::prove_session_of(const IncidentRecord& record) {
    const std::string& id = record.source.session;
    if (!is_session_id(id)) return {};
    const auto folder = sessions_folder(options_.data, false) / id;
    const auto there = files_->look(folder);
    if (there && !*there) return {};  // it is on another device
    const auto journal = read_session_journal(*files_, folder);
    if (!journal) return tl::unexpected<Error>(journal.error());
    const Witnesses witnesses(*files_, options_.settings, places(), &register_);
    const auto proven = prove(id, *journal, witnesses);
    return proven ? Status{} : tl::unexpected<Error>(proven.error());
}

Result<std::string> ClerkService::calendar() {
    const Instant begins{now().milliseconds - calendar_ms, now().offset_minutes};
    const auto known = register_.duties_for_calendar(begins);
    if (!known) return tl::unexpected<Error>(known.error());
    return duties_as_calendar(*known, now(), options_.language);
}

Result<std::vector<AnonymousCase>> ClerkService::cases(std::optional<int> year) {
    const auto all = register_.list();
    if (!all) return tl::unexpected<Error>(all.error());
    std::vector<AnonymousCase> made;
    for (const RecordSummary& one : *all) {
        const bool other = year && calendar_date(one.started).substr(0, 4) != std::to_string(*year);
        if (other || one.status == IncidentStatus::Withdrawn) continue;
        const auto record = register_.record(one.id);
        if (!record) return tl::unexpected<Error>(record.error());
        made.push_back(anonymous_case(*record));
    }
    return made;
}

Result<std::vector<HeldDrill>> ClerkService::drills() { return held_drills(*files_, options_.data); }

SessionIndex ClerkService::session_index() { return {*files_, sessions_folder(options_.data, false)}; }

Result<StoredSession> ClerkService::session(const std::string& id) {
    progress_->begin({"Logboek controleren", "Checking the log"});
    return read_session(*files_, sessions_folder(options_.data, false), id);
}

Result<ImportedSession> ClerkService::import(const std::filesystem::path& bundle) {
    progress_->begin({"Bestand lezen", "Reading the file"});
    const auto bytes = files_->read(bundle);
    if (!bytes) return tl::unexpected<Error>(bytes.error());
    if (!*bytes)
        return fail(ErrorKind::Usage, bundle.string(), "there is no such file", "Name the file that was exported",
                    Trouble::NotThere);
    const Witnesses witnesses(*files_, options_.settings, places(), &register_);
    auto imported = import_session(*files_, options_.data, **bytes, bundle.string(), witnesses, progress_.get());
    if (!imported) return imported;
    progress_->finish({"Dossiers maken", "Making the records"});
    auto left_out = hand_over_waiting(*files_, options_.settings, places(), clock_->now());
    if (!left_out) return tl::unexpected<Error>(left_out.error());
    left_out_ = *std::move(left_out);
    return imported;
}

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
    record.kind = IncidentKind::Reported;
    record.municipality = options_.settings.municipality.name;
    record.address = whereabouts({}, options_.settings.municipality);
    record.meeting.date = calendar_date(incident.started);
    record.what = printable(incident.what, longest_text);
    record.started.at = incident.started;
    record.ended.emplace().at.at = incident.ended.value_or(incident.started);
    record.source.program = program_version;
    record.dossier = as_told(printable(incident.place, longest_text), incident.channel, incident.affected);
    const auto wrong = impossible_facts(record, at, SystemZone());
    if (!wrong.empty()) return tl::unexpected<Error>(refusal("record new", wrong.front()));
    auto stored = register_.put(record, at);
    if (!stored && stored.error().kind == ErrorKind::Refused && !incident.affected) {
        stored.error().advice = "Say who is affected (--affected alderman, for one): that decides whose record it is";
        stored.error().dutch =
            "zo zou dit dossier bij een ander ambt horen dan het uwe. Zeg wie is getroffen (--affected alderman, "
            "bijvoorbeeld): dat bepaalt van wie het dossier is";
    }
    return stored;
}

Result<StoredRecord> ClerkService::save(const std::string& id, int base, Dossier dossier) {
    const auto record = register_.record(id);
    if (!record) return tl::unexpected<Error>(record.error());
    auto rest = without_erased(*record, {.record = id, .dossier = std::move(dossier)});
    if (!rest) return tl::unexpected<Error>(rest.error());
    dossier = std::move(rest->dossier);
    IncidentRecord changed = *record;
    dossier.completed.reset();
    changed.dossier = dossier;
    if (auto can_be = check(*record, changed, now()); !can_be) return tl::unexpected<Error>(can_be.error());
    if (record->dossier && missing(changed).empty()) dossier.completed = record->dossier->completed;
    return register_.save(id, base, dossier, now());
}

Result<StoredRecord> ClerkService::complete(const std::string& id, int base, const std::string& by) {
    auto record = register_.record(id);
    if (!record) return tl::unexpected<Error>(record.error());
    if (by.empty())
        return refused(id, {"er staat niet bij wie het afrondt", "who completes it is missing"},
                       {"Geef een naam", "Give a name"});
    const auto lacking = missing(*record);
    if (!lacking.empty()) {
        return refused(
            id,
            {fmt::format("het dossier is nog niet compleet. {}, te beginnen met: {}",
                         counted(lacking.size(), {"onderdeel ontbreekt", ""}, {"onderdelen ontbreken", ""}).nl,
                         lacking.front().text.nl),
             fmt::format("not complete yet: {} of its items are missing, first “{}”", lacking.size(),
                         lacking.front().place)},
            {fmt::format("`hamer record missing {}` noemt alles", id),
             fmt::format("`hamer record missing {}` names them all", id)});
    }
    if (auto can_be = check({}, *record, now()); !can_be) return tl::unexpected<Error>(can_be.error());
    Dossier dossier = record->dossier.value_or(Dossier{});
    if (!dossier.completed) dossier.completed = Completion{now(), by};
    return register_.save(id, base, dossier, now());
}

Result<StoredRecord> ClerkService::tick_off(const std::string& id, const DutyDone& done) {
    const auto record = register_.record(id);
    if (!record) return tl::unexpected<Error>(record.error());
    const auto all = duties(*record, SystemZone());
    const auto found = std::ranges::find_if(
        all, [&](const Duty& duty) { return duty.kind == done.kind && duty.person == done.person; });
    if (found == all.end()) {
        return refused(id, {"dit dossier heeft die termijn niet", "this is no duty of this record"},
                       {"`hamer deadlines --all` noemt ze", "`hamer deadlines --all` lists them"});
    }
    if (found->done) return StoredRecord{id, record->revision, false};
    Dossier dossier = record->dossier.value_or(Dossier{});
    dossier.done.push_back(done);
    return save(id, record->revision, std::move(dossier));
}

Result<std::vector<RecordSummary>> ClerkService::past_retention(int limit) {
    const auto today = std::chrono::year_month_day{day_of(in_zone(now(), SystemZone()))};
    const auto year = today.year() - std::chrono::years(options_.settings.retention_years);
    // The list is made once a year: of what began before the first of January so many years ago.
    return register_.older_than(
        at_wall(Day{year / std::chrono::January / 1}, std::chrono::milliseconds(0), SystemZone()), limit);
}

}  // namespace hamer
