#include "service/store/file_names.h"

#include "base/calendar.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer {

namespace {

// "2026-03-12 20.41"; a colon can be in no file name of Windows.
std::string moment(Instant at) {
    std::string time = clock_time(at).substr(0, 5);
    std::ranges::replace(time, ':', '.');
    return calendar_date(at) + " " + time;
}

}  // namespace

std::string report_file_name(const IncidentRecord& record, PaperFor reader, Language language) {
    const std::string when = moment(record.started.at);
    const Say say{language};
    const std::string_view kind = record.kind == IncidentKind::Signal     ? say("Signaal", "Signal")
                                  : record.kind == IncidentKind::Estimate ? say("Risico-inschatting", "Risk estimate")
                                  : record.kind == IncidentKind::Learning ? say("Leermoment", "Learning")
                                                                          : say("Dossier", "Record");
    const std::string_view paper = reader == PaperFor::Police    ? say("Bijlage aangifte", "Annex for the police")
                                   : reader == PaperFor::Meeting ? say("Briefing", "Briefing")
                                   : reader == PaperFor::Public
                                       ? say("Kopie zonder persoonsgegevens", "Copy without personal data")
                                       : kind;
    return fmt::format("{} {}, {} {}.pdf", paper, when, say("revisie", "revision"), record.revision);
}

std::string letter_file_name(const IncidentRecord& record, const std::string& letter, bool word) {
    return fmt::format("Brief {} {}, revisie {}.{}", letter, moment(record.started.at), record.revision,
                       word ? "docx" : "pdf");
}

std::string calendar_file_name(Language language) { return Say{language}("Termijnen.ics", "Deadlines.ics"); }

std::string cases_file_name(int year, Language language) {
    return fmt::format("{} {}.txt", Say{language}("Casussen", "Cases"), year);
}

std::string year_file_name(int year, std::string_view ending, Language language) {
    return fmt::format("{} {}{}", Say{language}("Incidenten", "Incidents"), year, ending);
}

std::string statement_file_name(Instant at, Language language) {
    return fmt::format("{} {}.pdf", Say{language}("Verklaring van vernietiging", "Statement of destruction"),
                       moment(at));
}

std::string session_file_name(Instant began, bool drill, Language language) {
    const LocalText words = drill ? LocalText{"Oefening", "Drill"} : LocalText{"Vergadering", "Meeting"};
    return fmt::format("{} {}.hamer", words.in(language), moment(began));
}

}  // namespace hamer
