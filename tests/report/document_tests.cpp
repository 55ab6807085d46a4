// What is said about an incident on paper, in each of its forms.
#include "a_record.h"
#include "report/document.h"
#include "report/pdf.h"
#include "session/meeting_words.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace hamer {
namespace {

using namespace test;

TEST(Document, SaysWhatHappenedInBothLanguages) {
    const std::string dutch = document_as_text(document_of(a_record(), Language::Dutch));
    for (const char* part : {"Incidentdossier Leiden", "12 maart 2026, 20:41:17", "griffier, namens de voorzitter",
                             "geweigerd, 20:42:47", "“U blijft verstoren.”", "D: bedreiging, intimidatie",
                             "tot en met 12 juni 2026", "eerste gesprek", "A. Bakker, raadslid"}) {
        EXPECT_NE(dutch.find(part), std::string::npos) << part << "\n" << dutch;
    }
    const std::string english = document_as_text(document_of(a_record(), Language::English));
    for (const char* part :
         {"Incident record Leiden", "12 March 2026", "on the chair's behalf", "until 12 June 2026"}) {
        EXPECT_NE(english.find(part), std::string::npos) << part;
    }
}

TEST(Document, TellsHowItWasSettledAndNeitherWhoReportedItNorWhoIsCaredFor) {
    IncidentRecord record = a_record();
    Dossier& dossier = *record.dossier;
    dossier.gir = {"2026-0312", "2026-03-13"};
    dossier.hearing = {true, "hij heeft spijt"};
    dossier.earlier = {true, "riep in januari ook"};
    dossier.charges = "file";
    record.charges.reset();
    dossier.police_file = {.by = "S. Bos", .mandated = true, .number = "PL1500-1", .date = "2026-03-14"};
    dossier.reporter = {"M. Melder", Office::AuditOffice};
    dossier.communication.emplace().internal = "alleen voor de raad";
    dossier.aftercare = {{.person = dossier.persons.back().id,
                          .offered = CareOffer::Accepted,
                          .by = "een zorgverlener",
                          .home = "twee kinderen",
                          .referral = "huisarts",
                          .remark = "slaapt slecht"}};
    const std::string text = document_as_text(document_of(record, Language::Dutch));
    for (const char* part : {"2026-0312, 13 maart 2026", "ja: hij heeft spijt", "riep in januari ook",
                             "S. Bos, namens de burgemeester", "PL1500-1, 14 maart 2026"})
        EXPECT_NE(text.find(part), std::string::npos) << part << "\n" << text;
    for (const char* part : {"Melder", "alleen voor de raad", "zorgverlener", "twee kinderen", "huisarts", "slaapt"})
        EXPECT_EQ(text.find(part), std::string::npos) << part << "\n" << text;
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

TEST(Pdf, IsTheSameTwice) {
    const Instant made = at("22:00:00").at;
    const auto pdf = document_as_pdf(document_of(a_record_with_words(), Language::Dutch), made);
    ASSERT_TRUE(pdf) << describe(pdf.error());
    EXPECT_TRUE(pdf->starts_with("%PDF-"));
    EXPECT_EQ(*pdf, *document_as_pdf(document_of(a_record_with_words(), Language::Dutch), made));
}

}  // namespace
}  // namespace hamer
