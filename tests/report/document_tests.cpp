// What is said about an incident on paper, in each of its forms.
#include "report/document.h"
#include "report/pdf.h"
#include "session/meeting_words.h"

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
    record.meeting = {
        "Raadsvergadering", "2026-03-12", "Vera de Wit", "Gijs Groen", "Raadzaal", true, MeetingKind::Council, {}, {}};
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

TEST(Document, NamesPersonsAndStepsInWordsAndNeverByTheirIds) {
    IncidentRecord record = a_record();
    record.dossier->persons.push_back(
        {.id = "p3", .role = PersonRole::Witness, .injured = true, .injury = "blauwe plek"});
    record.late_additions.push_back({at("20:50:00"), "disturbance.report"});
    record.taken_back.push_back({at("20:51:00"), "griffier", "vergissing", at("20:50:00"), "police.call", {}});
    record.amendments.push_back({at("20:52:00"), "griffier", 4, "address.b", {}, {}});
    record.deviations.push_back({at("20:53:00"), "griffier", {{"police", "called"}}, "zelf gebeld"});
    Procedure procedure;
    Event& reported = procedure.events.emplace_back();
    reported.id = "disturbance.report";
    reported.label = {"{nth} verstoring gemeld", "{nth} disturbance reported"};
    for (const Procedure* known : {static_cast<const Procedure*>(nullptr), static_cast<const Procedure*>(&procedure)}) {
        std::string text = document_as_text(document_of(record, Language::Dutch, known));
        for (const LabelledValue& one : gir_form(record, Language::Dutch)) text += one.value + "\n";
        for (const char* id : {"disturbance.report", "police.call", "address.b", "police called", "p1", "p2", "p3"}) {
            EXPECT_EQ(text.find(id), std::string::npos) << id << "\n" << text;
        }
        EXPECT_NE(text.find("getuige: blauwe plek"), std::string::npos) << text;
        EXPECT_NE(text.find(known ? "20:50:00: Verstoring gemeld" : "20:50:00: stap"), std::string::npos) << text;
    }
}

// A record with words of both kinds, a member's proceeding and a call to the police.
IncidentRecord a_record_with_words() {
    IncidentRecord record = a_record();
    record.addressed[0].said.clear();
    record.addressed[0].proposed = "Stop hier onmiddellijk mee.";
    record.suspensions[0].said = "Ik schors de vergadering.";
    record.police.push_back({"112", "niet gevraagd", "", at("20:44:38"), {}, {}, "Wij zijn hier: Stadhuis."});
    record.charges = ChargesDecision{at("22:31:15"), "file", Consulted::Yes, Consulted::NotAsked};
    return record;
}

TEST(Document, KeepsWhatWasSaidApartFromWhatWasProposedAndFromWhatNobodyAsked) {
    const std::string dutch = document_as_text(document_of(a_record_with_words(), Language::Dutch));
    const auto line = [](const std::string& label, const std::string& value) {
        return label + std::string(34 - label.size(), ' ') + value + "\n";
    };
    EXPECT_NE(dutch.find(line("Voorgestelde woorden", "“Stop hier onmiddellijk mee.”")), std::string::npos) << dutch;
    EXPECT_NE(dutch.find(line("Gezegd", "“Ik schors de vergadering.”")), std::string::npos) << dutch;
    EXPECT_NE(dutch.find(line("Gebeld door", "niet gevraagd")), std::string::npos) << dutch;
    EXPECT_NE(dutch.find("“Wij zijn hier: Stadhuis.”"), std::string::npos);
    EXPECT_NE(dutch.find(line("Griffier geraadpleegd", "ja")), std::string::npos) << dutch;
    EXPECT_NE(dutch.find(line("Adviseur VPT geraadpleegd", "niet gevraagd")), std::string::npos) << dutch;
}

TEST(Document, TellsOfAMemberWhatWasDoneAndDecided) {
    IncidentRecord record = a_record();
    record.who = "member";
    record.member = MemberProceeding{{{at("20:42:00"), "", "Ik roep u tot de orde."}},
                                     MemberStep{at("20:43:00"), "", ""},
                                     MemberVote{at("20:44:00"), VoteOutcome::Excluded, "het einde van de avond"}};
    const std::string dutch = document_as_text(document_of(record, Language::Dutch));
    for (const char* part : {"ordeverstoring door een raadslid", "Tot de orde geroepen", "“Ik roep u tot de orde.”",
                             "Uitsluiting voorgesteld", "20:44:00: aangenomen", "het einde van de avond"}) {
        EXPECT_NE(dutch.find(part), std::string::npos) << part << "\n" << dutch;
    }
    record.member->vote->outcome = VoteOutcome::Kept;
    EXPECT_NE(document_as_text(document_of(record, Language::Dutch)).find("20:44:00: verworpen"), std::string::npos);
}

TEST(Document, NamesTheMeetingsKindAndWhereItWas) {
    IncidentRecord record = a_record();
    record.meeting.kind = MeetingKind::Committee;
    record.address = "Buurthuis Het Gebouw, Arubapad 2";
    const std::string dutch = document_as_text(document_of(record, Language::Dutch));
    EXPECT_NE(dutch.find(name_of(MeetingKind::Committee).nl), std::string::npos) << dutch;
    EXPECT_NE(dutch.find("Buurthuis Het Gebouw, Arubapad 2"), std::string::npos) << dutch;
}

// Suspects may read it.
TEST(Document, TellsOfNobodyButTheDisturberWhereTheyLive) {
    IncidentRecord record = a_record();
    for (Person& person : record.dossier->persons) person.address = "Straat van " + person.id;
    record.dossier->persons.push_back({.id = "p3", .role = PersonRole::Witness, .address = "Straat van p3"});
    const std::string dutch = document_as_text(document_of(record, Language::Dutch));
    EXPECT_NE(dutch.find("Straat van p1"), std::string::npos);
    EXPECT_EQ(dutch.find("Straat van p2"), std::string::npos);
    EXPECT_EQ(dutch.find("Straat van p3"), std::string::npos);
}

TEST(Document, TheFormForTheGirIsThereForEachWAndRunsNothing) {
    const auto form = gir_form(a_record(), Language::Dutch);
    for (const char* label :
         {"Wie (veroorzaker)", "Wat", "Waar (plaats)", "Waarmee", "Op welke wijze", "Wanneer", "Waarom"}) {
        EXPECT_EQ(std::ranges::count(form, label, &LabelledValue::label), 1) << label;
    }
    const std::string csv = form_as_csv(form, Language::Dutch);
    EXPECT_TRUE(csv.starts_with("\xEF\xBB\xBFveld;waarde\r\n")) << csv;
    EXPECT_TRUE(form_as_csv(form, Language::English, CsvKind::International).starts_with("field,value\r\n"));
    EXPECT_NE(csv.find("\"'=cmd|'/c calc'!A1, Rapenburg 1\""), std::string::npos) << csv;
}

TEST(Pdf, IsTaggedWithItsFontsInItAndTheSameTwice) {
    const Instant made = at("22:00:00").at;
    const auto pdf = document_as_pdf(document_of(a_record_with_words(), Language::Dutch), made);
    ASSERT_TRUE(pdf) << describe(pdf.error());
    EXPECT_EQ(*pdf, *document_as_pdf(document_of(a_record_with_words(), Language::Dutch), made));
    const std::string info = asked(*pdf, "pdfinfo", "");
    EXPECT_NE(info.find("Tagged:          yes"), std::string::npos) << info;
    EXPECT_NE(info.find("CreationDate"), std::string::npos) << info;
    const std::string fonts = asked(*pdf, "pdffonts", "");
    EXPECT_GT(count(fonts, "yes yes"), 0);
    EXPECT_EQ(count(fonts, " no "), 0) << fonts;
    const std::string text = asked(*pdf, "pdftotext -layout", "-");
    for (const char* part : {"Raadsvergadering", "Stop hier onmiddellijk mee.", "Wij zijn hier: Stadhuis.",
                             "U blijft verstoren.", "20:42:24", "geweigerd", "Hoofdhash", "A. Bakker"}) {
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
    EXPECT_EQ(count(text, "OEFENING – "), pages) << "in the foot";
    EXPECT_EQ(count(text, "OEFENING: dit is niet echt gebeurd"), 1) << "in words";
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
