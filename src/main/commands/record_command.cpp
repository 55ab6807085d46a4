#include "base/attempt.h"
#include "base/calendar.h"
#include "base/counted.h"
#include "base/typed_time.h"
#include "codec/record/listing_json.h"
#include "codec/record/record_json.h"
#include "main/commands/clerk_work.h"
#include "main/commands/input.h"
#include "main/commands/output.h"
#include "platform/text_file.h"
#include "platform/zone.h"
#include "record/faults.h"
#include "record/names.h"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>

namespace hamer {

namespace {

std::string without_stop(std::string sentence) {
    if (sentence.ends_with('.')) sentence.pop_back();
    return sentence;
}

Day today(const ClerkService& service) { return day_of(in_zone(service.now(), SystemZone())); }

Result<Instant> time_or(const std::string& text, const char* option, const ClerkService& service, Instant otherwise) {
    if (text.empty()) return otherwise;
    if (const auto exact = from_rfc3339(text)) return *exact;
    const auto typed = moment_typed(text, SystemZone(), today(service));
    if (typed) return *typed;
    return fail(ErrorKind::Usage, option,
                LocalText{fmt::format("“{}” is geen tijd. {}", printable(text, 60), without_stop(typed.error().nl)),
                          fmt::format("“{}” is no time. {}", printable(text, 60), without_stop(typed.error().en))},
                {"Schrijf die als 12-03-2026 20:14, of als 2026-03-12T20:14:00+01:00",
                 "Write it as 12-03-2026 20:14, or as 2026-03-12T20:14:00+01:00"});
}

Result<std::string> patch_text(const std::string& file) {
    return file == "-" ? read_standard_input() : read_text_file(file);
}

void say_stored(const StoredRecord& stored, Language language) {
    const Say word{language};
    say("{}  r{}{}\n", stored.id, stored.revision,
        stored.is_new ? "" : word("  (niets veranderd)", "  (nothing changed)"));
}

}  // namespace

void print_summary(const RecordSummary& record, Language language) {
    const LocalText words =
        counted(static_cast<std::uint64_t>(record.missing), {"ontbreekt", "missing"}, {"ontbreken", "missing"});
    const std::string lacking = record.missing == 0 ? "" : ", " + words.in(language);
    // As ISO 8601, so that lines sort by it.
    const std::string kind = is_incident(record.kind) ? "" : name_of(record.kind).in(language) + ", ";
    say("{}  r{}  {} {}  {}  {}  ({}{}{})\n", record.id, record.revision, calendar_date(record.started),
        clock_time(record.started), record.meeting.empty() ? record.place : record.meeting, record.what, kind,
        name_of(record.status).in(language), lacking);
}

int record_list_command(const CommonOptions& common, Format format) {
    return ClerkWork(common)([&](ClerkService& service) -> Result<int> {
        const auto records = service.list();
        if (!records) return tl::unexpected<Error>(records.error());
        if (format == Format::Json) {
            say_json(as_json(*records));
            return 0;
        }
        const Language language = service.options().language;
        if (records->empty()) {
            complain("{}\n", Say{language}("nog geen dossiers", "no records yet"));
        }
        for (const RecordSummary& record : *records) print_summary(record, language);
        return 0;
    });
}

int record_show_command(const CommonOptions& common, const std::string& id, std::optional<int> revision) {
    return ClerkWork(common)([&](ClerkService& service) -> Result<int> {
        ASSIGN_OR_RETURN(const auto text, service.show(id, revision));
        say_json(text);
        return 0;
    });
}

namespace {

Result<Day> day_or_why(const char* option, const std::string& typed, Day near) {
    const auto day = day_typed(typed, near);
    if (day) return *day;
    return fail(ErrorKind::Usage, option, day.error(), {"Zoals 12-03-2026", "As in 12-03-2026"}, Trouble::WrongInput);
}

// It began with its day, so that it is listed and kept by that.
Status held_to_learn(const NewRecord& options, ClerkService& service, ReportedIncident& told) {
    ASSIGN_OR_RETURN(const Day day, day_or_why("--day", options.day, past_near(today(service))));
    if (day > today(service)) {
        return fail(ErrorKind::Usage, "--day", LocalText{"die dag is nog niet geweest", "that day has not been yet"},
                    {"Noteer het als het is gehouden", "Note it once it was held"}, Trouble::WrongInput);
    }
    const auto kind = std::ranges::find(learning_kind_words, options.learning);
    told.kind = IncidentKind::Learning;
    told.learning = static_cast<LearningKind>(kind - learning_kind_words.begin());
    told.day = to_iso(day);
    told.started = at_wall(day, std::chrono::milliseconds(0), SystemZone());
    told.ended = told.started;
    for (const std::string& word : options.present)
        told.bodies.push_back(static_cast<Body>(std::ranges::find(body_words, word) - body_words.begin()));
    std::ranges::sort(told.bodies);
    const auto again = std::ranges::unique(told.bodies);
    told.bodies.erase(again.begin(), again.end());
    return {};
}

}  // namespace

int record_new_command(const CommonOptions& common, const NewRecord& options) {
    return ClerkWork(common)([&](ClerkService& service) -> Result<int> {
        ASSIGN_OR_RETURN(const auto started, time_or(options.started, "--started", service, service.now()));
        ASSIGN_OR_RETURN(const auto ended, time_or(options.ended, "--ended", service, started));
        ReportedIncident incident{
            new_report_id(service.now()), options.what, started, ended, options.place, std::nullopt, std::nullopt};
        if (options.signal) incident.kind = IncidentKind::Signal;
        if (!options.estimate.empty()) {
            ASSIGN_OR_RETURN(const Day day, day_or_why("--estimate", options.estimate, today(service)));
            incident.kind = IncidentKind::Estimate;
            incident.day = to_iso(day);
        }
        if (!options.learning.empty()) {
            RETURN_IF_ERROR(held_to_learn(options, service, incident));
        }
        const auto office = std::ranges::find(office_words, options.affected);
        if (office != office_words.end()) incident.affected = static_cast<Office>(office - office_words.begin());
        const auto channel = std::ranges::find(channel_words, options.channel);
        if (channel != channel_words.end()) incident.channel = static_cast<Channel>(channel - channel_words.begin());
        ASSIGN_OR_RETURN(const auto stored, service.report(incident));
        say("{}\n", stored.id);
        return 0;
    });
}

int record_set_command(const CommonOptions& common, const std::string& id, const std::string& file,
                       std::optional<int> revision) {
    return ClerkWork(common)([&](ClerkService& service) -> Result<int> {
        ASSIGN_OR_RETURN(const auto patch, patch_text(file));
        ASSIGN_OR_RETURN(const auto record, service.look(id));
        ASSIGN_OR_RETURN(const auto changed,
                         patch_dossier(record.dossier.value_or(Dossier{}), patch, file == "-" ? "standard input" : file,
                                       SystemZone(), today(service)));
        ASSIGN_OR_RETURN(const auto saved, service.save(id, revision.value_or(record.revision), changed));
        say_stored(saved.stored, service.options().language);
        return 0;
    });
}

int record_prepare_command(const CommonOptions& common, const std::string& id) {
    return ClerkWork(common)([&](ClerkService& service) -> Result<int> {
        ASSIGN_OR_RETURN(const auto made, service.prepare_meeting(id));
        const Language language = service.options().language;
        say("{} {}\n{}\n", shown_day(made.date), made.name, words_of(made, language));
        return 0;
    });
}

int record_missing_command(const CommonOptions& common, const std::string& id, Format format) {
    return ClerkWork(common)([&](ClerkService& service) -> Result<int> {
        ASSIGN_OR_RETURN(const auto record, service.look(id));
        const Language language = service.options().language;
        auto lacking = missing(record);
        const auto add = [&](const std::vector<Fault>& wrong) {
            for (const Fault& one : wrong) {
                lacking.push_back({one.place,
                                   {fmt::format("Klopt niet: {}. {}", one.field.nl, one.text.nl),
                                    fmt::format("Wrong: {}. {}", one.field.en, one.text.en)}});
            }
        };
        add(faults(record, service.now(), SystemZone()));
        const bool is_complete = lacking.empty();
        add(impossible_facts(record, service.now(), SystemZone()));  // nobody can mend those
        if (format == Format::Json) {
            say_json(as_json(lacking, language));
        } else {
            for (const Missing& one : lacking) say("{:<32}  {}\n", one.place, one.text.in(language));
        }
        return is_complete ? 0 : 1;
    });
}

int record_complete_command(const CommonOptions& common, const std::string& id, const std::string& by) {
    return ClerkWork(common)([&](ClerkService& service) -> Result<int> {
        ASSIGN_OR_RETURN(const auto record, service.look(id));
        ASSIGN_OR_RETURN(const auto completed, service.complete(id, record.revision, by));
        say_stored(completed.stored, service.options().language);
        return 0;
    });
}

int record_changes_command(const CommonOptions& common, const std::string& id, std::optional<int> from,
                           std::optional<int> to, Format format) {
    return ClerkWork(common)([&](ClerkService& service) -> Result<int> {
        ASSIGN_OR_RETURN(const auto compared, service.compare(id, from, to));
        const std::vector<Change>& found = compared.changes;
        if (format == Format::Json) {
            say_json(as_json(found));
            return 0;
        }
        say("{}  r{} → r{}\n", id, compared.from, compared.to);
        for (const Change& change : found) {
            say("{}\n  - {}\n  + {}\n", change.place, printable(change.before), printable(change.after));
        }
        return 0;
    });
}

int record_done_command(const CommonOptions& common, const Ticked& ticked) {
    return ClerkWork(common)([&](ClerkService& service) -> Result<int> {
        ASSIGN_OR_RETURN(const auto at, time_or(ticked.at, "--at", service, service.now()));
        const auto kind = std::ranges::find(duty_words, ticked.kind) - duty_words.begin();
        const auto stored =
            service.tick_off(ticked.id, {static_cast<DutyKind>(kind), ticked.person, at, ticked.by, ticked.remark});
        if (!stored) return tl::unexpected<Error>(stored.error());
        say_stored(*stored, service.options().language);
        return 0;
    });
}

}  // namespace hamer
