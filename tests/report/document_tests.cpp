// What is said about an incident on paper, in each of its forms.
#include "report/document.h"
#include "report/pdf.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <unistd.h>

namespace hamer {
namespace {

Moment at(const std::string& time) { return {1, *from_rfc3339("2026-03-12T" + time + "+01:00"), {}}; }

IncidentRecord a_record() {
    IncidentRecord record;
    record.id = "20260312T190000Z-0011aabb-1";
    record.revision = 3;
    record.municipality = "Leiden";
    record.meeting = {"Raadsvergadering", "2026-03-12", "Vera de Wit", "Gijs Groen", "Raadzaal", true};
    record.what = "geroep vanaf de tribune";
    record.started = at("20:41:17");
    record.ended.emplace().at = at("20:55:48");
    record.ended->how = "overgedragen aan de politie";
    record.addressed.push_back({Approach::B, at("20:41:52"), "…", ""});
    record.requests.push_back(
        {1, at("20:42:24"), "clerk", "drie personen", "U blijft verstoren.", Answer::Refused, at("20:42:47")});
    Suspension suspension;
    suspension.from = at("20:41:29");
    suspension.reason = "geroep";
    suspension.resumed = at("21:01:10");
    record.suspensions.push_back(suspension);
    record.source = {"20260312T190000Z-0011aabb", std::string(64, 'a'), "leiden-2025", 1, std::string(64, 'b'), "0.1"};
    Dossier dossier;
    dossier.conduct = {Conduct::B, Conduct::Threat};
    dossier.persons = {{.id = "p1", .known = true, .name = "=cmd|'/c calc'!A1", .address = "Rapenburg 1"},
                       {.id = "p2",
                        .role = PersonRole::Affected,
                        .known = true,
                        .name = "A. Bakker",
                        .office = Office::CouncilMember}};
    dossier.reason = "woningbouw";
    dossier.measures = {{.kind = MeasureKind::CouncilBan, .person = "p1", .from = "2026-03-13", .until = "2026-06-13"}};
    record.dossier = dossier;
    return record;
}

// What a program that reads PDF says of one.
std::string asked(const std::string& pdf, const std::string& program, const std::string& rest) {
    const std::string file = ::testing::TempDir() + "/hamer-report-" + std::to_string(::getpid()) + ".pdf";
    std::ofstream(file, std::ios::binary) << pdf;
    const std::string answer = file + ".txt";
    EXPECT_EQ(std::system((program + " " + file + " " + rest + " > " + answer).c_str()), 0);
    std::ifstream in(answer);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    std::remove(file.c_str());
    std::remove(answer.c_str());
    return text;
}

int count(const std::string& text, const std::string& part) {
    int found = 0;
    for (auto place = text.find(part); place != std::string::npos; place = text.find(part, place + 1)) ++found;
    return found;
}

TEST(Document, SaysWhatHappenedInBothLanguages) {
    const std::string dutch = document_as_text(document_of(a_record(), Language::Dutch));
    for (const char* part : {"Incidentdossier Leiden", "12 maart 2026, 20:41:17", "griffier, namens de voorzitter",
                             "geweigerd, 20:42:47", "“U blijft verstoren.”", "D: bedreiging, intimidatie",
                             "tot en met 13 juni 2026", "eerste gesprek", "A. Bakker, raadslid"}) {
        EXPECT_NE(dutch.find(part), std::string::npos) << part << "\n" << dutch;
    }
    const std::string english = document_as_text(document_of(a_record(), Language::English));
    for (const char* part :
         {"Incident record Leiden", "12 March 2026", "on the chair's behalf", "until 13 June 2026"}) {
        EXPECT_NE(english.find(part), std::string::npos) << part;
    }
}

TEST(Document, TheFormForTheGirIsThereForEachWAndRunsNothing) {
    const auto form = gir_form(a_record(), Language::Dutch);
    for (const char* label : {"Wie (veroorzaker)", "Wat", "Waar", "Waarmee", "Op welke wijze", "Wanneer", "Waarom"}) {
        EXPECT_EQ(std::ranges::count(form, label, &LabelledValue::label), 1) << label;
    }
    const std::string csv = form_as_csv(form);
    EXPECT_NE(csv.find("\"'=cmd|'/c calc'!A1, Rapenburg 1\""), std::string::npos) << csv;
}

TEST(Pdf, IsTaggedWithItsFontsInItAndTheSameTwice) {
    const Instant made = at("22:00:00").at;
    const auto pdf = document_as_pdf(document_of(a_record(), Language::Dutch), made);
    ASSERT_TRUE(pdf) << describe(pdf.error());
    EXPECT_EQ(*pdf, *document_as_pdf(document_of(a_record(), Language::Dutch), made));
    const std::string info = asked(*pdf, "pdfinfo", "");
    EXPECT_NE(info.find("Tagged:          yes"), std::string::npos) << info;
    EXPECT_NE(info.find("CreationDate"), std::string::npos) << info;
    const std::string fonts = asked(*pdf, "pdffonts", "");
    EXPECT_GT(count(fonts, "yes yes"), 0);
    EXPECT_EQ(count(fonts, " no "), 0) << fonts;
    const std::string text = asked(*pdf, "pdftotext -layout", "-");
    for (const char* part :
         {"Raadsvergadering", "U blijft verstoren.", "20:42:24", "geweigerd", "Hoofdhash", "A. Bakker"}) {
        EXPECT_NE(text.find(part), std::string::npos) << part << "\n" << text;
    }
    EXPECT_EQ(count(text, "OEFENING"), 0);
}

TEST(Pdf, ADrillSaysSoOnEachPage) {
    IncidentRecord record = a_record();
    record.drill = true;
    for (int i = 0; i < 80; ++i)
        record.notes.push_back({at("20:50:00"), "griffier", "Een notitie om pagina's te vullen."});
    const auto pdf = document_as_pdf(document_of(record, Language::Dutch), at("22:00:00").at);
    ASSERT_TRUE(pdf);
    const std::string text = asked(*pdf, "pdftotext -raw", "-");
    const int pages = count(text, "\f");
    EXPECT_GT(pages, 3);
    EXPECT_EQ(count(text, "OEFENING"), pages) << "in the foot";
    EXPECT_EQ(count(text, "O\nE\nF\nE\nN\nI\nN\nG"), pages) << "and across the page";
    EXPECT_EQ(count(text, "Een notitie om"), 80) << "nothing is lost between pages";
}

TEST(Pdf, TextsOfAnyKindAreDrawnAsTheyAre) {
    IncidentRecord record = a_record();
    record.what = "<b>%n%s</b> & \xff \xe2\x80\xae evil 🙂 " + std::string(300, 'x');
    record.notes.push_back({at("20:50:00"), "", std::string(20'000, 'w')});
    for (Person& person : record.dossier->persons) person.name = std::string(200, 'N') + " عبد";
    const auto pdf = document_as_pdf(document_of(record, Language::English), at("22:00:00").at);
    ASSERT_TRUE(pdf);
    const std::string text = asked(*pdf, "pdftotext -layout", "-");
    EXPECT_NE(text.find("<b>%n%s</b> &"), std::string::npos);
    EXPECT_EQ(text.find("\xe2\x80\xae"), std::string::npos) << "no mark that turns text round";
}

}  // namespace
}  // namespace hamer
