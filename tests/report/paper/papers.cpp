// Papers to look into, one of each kind, in the folder named:
//
//     papers FOLDER
//
// Each as a PDF and as a file for Word. `record-*` is an incident with something of everything, `drill-*` the same as a
// drill, `police-*` what the police get of it, `public-*` a copy of it without personal data, `letter-*` a letter about
// it, `year-*` the report to the council on a year, `long-*` goes on over many pages, and in `sweep-*` the same
// headings, tables and paragraphs come a line further down the page each time.
#include "a_record.h"
#include "report/document.h"
#include "report/docx.h"
#include "report/letter_text.h"
#include "report/pdf.h"
#include "report/police_annex.h"
#include "report/public_copy.h"
#include "report/year_report.h"

#include <fmt/format.h>
#include <fstream>
#include <iostream>

namespace hamer {
namespace {

const Instant made = *from_rfc3339("2026-03-12T23:10:00+01:00");

using test::at;

// With something of everything, of many people, and with signs that a font may not have.
IncidentRecord a_full_record() {
    IncidentRecord record = test::a_record();
    record.meeting.name = "Raad & <raadzaal>";
    record.what = "geroep vanaf de tribune 🙂, ﬁjn “gezegd” ½ × √ عبد";
    record.addressed[0].said = "Stop hiermee.";
    record.requests.clear();
    for (int i = 1; i <= 3; ++i) {
        record.requests.push_back({i, at(fmt::format("20:4{}:24", i)), "clerk", "drie personen",
                                   "U blijft verstoren. Ik verzoek u de zaal te verlaten.", Answer::Refused,
                                   at(fmt::format("20:4{}:47", i))});
    }
    record.police.push_back({"112", "griffier", "", at("20:44:38"), at("20:50:00"), at("20:55:00"), ""});
    record.notes.push_back({at("20:50:00"), "griffier", "De tribune wordt leeg."});
    record.deviations.push_back({at("20:53:00"), "griffier", {{"police", "called"}}, "zelf gebeld"});
    Dossier& dossier = *record.dossier;
    dossier.persons = {{.id = "p1", .known = true, .name = "Zebediah Quist", .address = "Kraaienstraat 9"}};
    for (int i = 2; i < 20; ++i) {
        dossier.persons.push_back({.id = fmt::format("p{}", i),
                                   .role = PersonRole::Affected,
                                   .known = true,
                                   .name = fmt::format("Raadslid {}", i),
                                   .office = Office::CouncilMember});
    }
    dossier.measures.clear();
    return record;
}

std::string words(const std::string& name, int count) {
    std::string text;
    for (int i = 0; i < count; ++i) text += fmt::format("{}{}{}", i ? " " : "", name, i);
    return text;
}

Table a_table(const std::string& name, int rows) {
    Table table{{"Kop " + name + "a", "Kop " + name + "b", "Kop " + name + "c"}, {}, {15, 60, 25}};
    for (int i = 0; i < rows; ++i)
        table.rows.push_back({fmt::format("{}-{}", name, i), words(name, 1 + i * 7 % 40), i % 3 == 0 ? "" : "gedaan"});
    return table;
}

Document of_length(Language language, int filler) {
    Document document;
    document.language = language;
    document.title = language == Language::Dutch ? "Lang dossier" : "Long record";
    document.subtitle = "Een ondertitel";
    document.footer = "20260312T190000Z-0011aabb-1 r3";
    Section& before = document.sections.emplace_back();
    before.title = "Sectie vulling";
    for (int i = 0; i < filler; ++i)
        before.facts.push_back({fmt::format("Vulling {}", i), fmt::format("vulling{}", i)});
    before.table = a_table("w", 2);
    document.sections.push_back({.title = "Sectie tabel", .facts = {}, .table = a_table("t", 12), .paragraphs = {}});
    document.sections.push_back(
        {.title = "Sectie tekst", .facts = {}, .table = {}, .paragraphs = {words("lang", 150), words("kort", 40)}});
    document.sections.push_back({.title = "Sectie feiten",
                                 .facts = {{"Feit een", words("een", 60)}, {"Feit twee", "twee"}},
                                 .table = a_table("u", 3),
                                 .paragraphs = {}});
    return document;
}

// With a table of many pages, and a row, a fact and a paragraph that are longer than one.
Document a_long_one(Language language) {
    Document document = of_length(language, 5);
    document.sections[1].table = a_table("t", 150);
    document.sections[1].table.rows[20] = {"t-20", words("reus", 900), words("naast", 300)};
    document.sections[2].paragraphs.insert(document.sections[2].paragraphs.begin(), words("eindeloos", 1500));
    document.sections[3].facts.push_back({"Feit drie", words("drie", 1200)});
    document.sections.push_back({.title = "Sectie laatst", .facts = {}, .table = a_table("v", 2), .paragraphs = {}});
    return document;
}

// With and without headings, and with something to fill in by hand.
Document a_letter(const IncidentRecord& record) {
    const LetterTemplate letter{
        .id = "brief",
        .title = "Brief",
        .reader = LetterReader::Disturber,
        .parts = {{.text = "Geachte {name},"}, {.heading = "Waarom", .text = "{what}"}, {.text = "Schade: {damage}"}}};
    Municipality leiden;
    leiden.name = "Leiden";
    const auto written = letter_text(letter, record, "p1", leiden, made);
    return written ? written->document : Document{};
}

// Two years, of which one has a bar that is longer than its row has room.
Document a_year(const IncidentRecord& record, Language language) {
    YearOfCases year{.year = 2026};
    year.cases.assign(17, anonymous_case(record));
    year.cases.push_back({.month = "2026-11", .conduct = Conduct::B, .minutes = 4});
    year.before.assign(3, {.month = "2025-02", .channel = Channel::SocialMedia});
    return year_report(year, {}, "Leiden", language);
}

bool write_bytes(const std::string& file, const Result<std::string>& bytes) {
    if (!bytes) {
        std::cerr << file << ": " << describe(bytes.error()) << "\n";
        return false;
    }
    return static_cast<bool>(std::ofstream(file, std::ios::binary) << *bytes);
}

bool write(const std::string& folder, const std::string& name, const Document& document) {
    return write_bytes(folder + "/" + name + ".pdf", document_as_pdf(document, made)) &&
           write_bytes(folder + "/" + name + ".docx", document_as_docx(document, made));
}

bool write_all(const std::string& folder) {
    bool written = true;
    for (const Language language : {Language::Dutch, Language::English}) {
        const std::string code{hamer::code(language)};
        IncidentRecord record = a_full_record();
        written &= write(folder, "record-" + code, document_of(record, language));
        written &= write(folder, "public-" + code, public_copy(record, language));
        written &= write(folder, "police-" + code, police_annex(record, "Stadhuisplein 1, Leiden", language));
        written &= write(folder, "year-" + code, a_year(record, language));
        if (language == Language::Dutch) written &= write(folder, "letter-" + code, a_letter(record));
        record.drill = true;
        written &= write(folder, "drill-" + code, document_of(record, language));
        written &= write(folder, "long-" + code, a_long_one(language));
    }
    for (int i = 0; i < 34; ++i) written &= write(folder, fmt::format("sweep-{:02}", i), of_length(Language::Dutch, i));
    return written;
}

}  // namespace
}  // namespace hamer

int main(int count, char** arguments) { return count == 2 && hamer::write_all(arguments[1]) ? 0 : 1; }
