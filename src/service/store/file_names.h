// What files are called that Hamer makes for people: what it is and of which day, sorted by it. No name or text that
// was typed is in them, as file names are seen by others and kept in lists.
#pragma once

#include "base/text.h"
#include "base/time.h"
#include "record/incident.h"
#include "record/paper_for.h"

#include <string>
#include <string_view>

namespace hamer {

// "Dossier 2026-03-12 20.41, revisie 2.pdf"
[[nodiscard]] std::string report_file_name(const IncidentRecord& record, PaperFor reader, Language language);
// "Brief waarschuwing 2026-03-12 20.41, revisie 2.docx", by the letter's id
[[nodiscard]] std::string letter_file_name(const IncidentRecord& record, const std::string& letter, bool word);
// "Termijnen.ics"
[[nodiscard]] std::string calendar_file_name(Language language);
// "Casussen 2026.txt"
[[nodiscard]] std::string cases_file_name(int year, Language language);
// "Incidenten 2026.pdf", with this ending
[[nodiscard]] std::string year_file_name(int year, std::string_view ending, Language language);
// "Verklaring van vernietiging 2026-03-12 19.30.pdf"
[[nodiscard]] std::string statement_file_name(Instant at, Language language);
// "Vergadering 2026-03-12 19.30.hamer"; of a drill "Oefening …"
[[nodiscard]] std::string session_file_name(Instant began, bool drill, Language language);

}  // namespace hamer
