// A letter about a record: what stands in it, and above all what its reader does not get to see.
#include "a_record.h"
#include "report/letter_text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>

namespace hamer::test {
namespace {

const Instant today = *from_rfc3339("2026-03-20T09:00:00+01:00");
const Municipality leiden = [] {
    Municipality made;
    made.name = "Leiden";
    made.address = "Stadhuisplein 1, Leiden";
    return made;
}();

WrittenLetter written(const LetterTemplate& letter, const IncidentRecord& record, const std::string& person = {}) {
    const auto made = letter_text(letter, record, person, leiden, today);
    EXPECT_TRUE(made) << describe(made.error());
    return made.value_or(WrittenLetter{});
}
std::string refused(const LetterTemplate& letter, const IncidentRecord& record, const std::string& person = {}) {
    const auto made = letter_text(letter, record, person, leiden, today);
    return made ? "" : describe(made.error(), Language::English);
}

LetterTemplate a_ban() {
    return {.id = "verbod",
            .title = "Verbod",
            .reader = LetterReader::Disturber,
            .measure = MeasureKind::Ban,
            .parts = {{.text = "Beste {name},"},
                      {.heading = "Tot {until}", .text = "tot en met {until}, besluit van {decided_by}"},
                      {.text = "mits {condition}", .with = {"condition"}}}};
}

// A letter that names all that its reader may see.
LetterTemplate everything_for(LetterReader reader, bool with_measure) {
    LetterTemplate letter{.id = "alles", .title = "Alles", .reader = reader};
    if (with_measure) letter.measure = MeasureKind::Ban;
    for (const LetterField& field : letter_fields()) {
        if (may_name(field, reader) && (with_measure || !field.of_measure))
            letter.parts.push_back({.text = fmt::format("{} {{{}}}", field.name, field.name)});
    }
    return letter;
}

// With names and homes in what was typed elsewhere too.
IncidentRecord a_telling_record() {
    IncidentRecord record = a_full_record();
    record.what = "J. de Vries riep naar A. Bakker bij Slachtofferlaan 12, zag S. Bode (Getuigenpad 3)";
    record.dossier->manner = "met een stok, volgens Bode";
    record.dossier->communication->text = "persbericht over DE VRIES, getuige S. Bode";
    record.dossier->communication->agreed_with_affected = true;
    record.dossier->police_file.may_be_told = true;
    record.dossier->damage = true;
    record.dossier->damage_text = "een ruit";
    record.dossier->measures[0].from = "2026-03-21";
    record.dossier->measures[0].until = "2026-06-20";
    return record;
}

TEST(LetterText, HasTheRecordsValuesAndLeavesOutWhatIsMeantOnlyWithOne) {
    IncidentRecord record = a_telling_record();
    const WrittenLetter letter = written(a_ban(), record);
    const std::string text = document_as_text(letter.document);
    for (const char* part : {"Verbod", "Leiden", "J. de Vries", "Verdachtenweg 9", "20 maart 2026", "Tot 20 juni 2026",
                             "tot en met 20 juni 2026, besluit van burgemeester"})
        EXPECT_NE(text.find(part), std::string::npos) << part << "\n" << text;
    EXPECT_EQ(text.find("mits"), std::string::npos);
    EXPECT_TRUE(letter.open.empty()) << fmt::format("{}", fmt::join(letter.open, ", "));
    EXPECT_NE(letter.document.footer.find("voor de verstoorder"), std::string::npos);
    record.dossier->measures[0].condition = "met afspraak wel";
    EXPECT_NE(document_as_text(written(a_ban(), record).document).find("mits met afspraak wel"), std::string::npos);
}

TEST(LetterText, WhatTheRecordDoesNotKnowIsToBeFilledInByHand) {
    IncidentRecord record = a_telling_record();
    record.dossier->measures[0].until.clear();
    record.dossier->persons[0].address.clear();
    record.dossier->measures[0].decided_by = " ";
    LetterTemplate letter = a_ban();
    letter.parts.push_back({.heading = "Wat nu", .text = "[vul in] of [vul in: een datum]"});
    const WrittenLetter made = written(letter, record);
    EXPECT_EQ(fmt::format("{}", fmt::join(made.open, "|")), "adres|laatste dag|wie het besluit nam|Wat nu|een datum");
    EXPECT_NE(document_as_text(made.document).find("tot en met [vul in: laatste dag]"), std::string::npos);
}

TEST(LetterText, AValueIsNeverReadAsAText) {
    IncidentRecord record = a_telling_record();
    record.dossier->measures[0].decided_by = "{address} {name}";
    EXPECT_NE(document_as_text(written(a_ban(), record).document).find("besluit van {address} {name}"),
              std::string::npos);
}

TEST(LetterText, TellsNoReaderMoreThanIsTheirs) {
    const IncidentRecord record = a_telling_record();
    const std::vector<std::string> never = {"Getuigenpad",   "thuisfront",    "huisarts",     "slaapt slecht",
                                            "gesprekstekst", "M. Melder",     "Informeerder", "GIR-77",
                                            "eerderetekst",  "gebroken pols", "Eigenaar"};
    struct Case {
        LetterReader reader;
        bool with_measure;
        std::vector<std::string> hidden, seen;
    };
    for (const Case& one :
         {Case{LetterReader::Disturber,
               true,
               {"Slachtofferlaan", "Bode", "Bakker", "persbericht", "vertrouwelijk", "PL1500-1", "zorgverlener",
                "Woordvoerder"},
               {"Verdachtenweg 9", "maatregeltekst", "wederhoortekst", "20 juni 2026", "een ruit"}},
          Case{LetterReader::Affected,
               false,
               {"Bode", "Vries", "VRIES", "vertrouwelijk", "maatregeltekst", "wederhoortekst", "Verdachtenweg"},
               {"PL1500-1", "zorgverlener", "Woordvoerder", "toegang tot gebouwen", "A. Bakker"}},
          Case{LetterReader::Council,
               false,
               {"Slachtofferlaan", "Bode", "Vries", "VRIES", "Verdachtenweg", "maatregeltekst", "PL1500-1",
                "zorgverlener", "toegang tot gebouwen", "2026-06-20", "wederhoortekst"},
               {"vertrouwelijk", "persbericht over", "A. Bakker"}},
          Case{LetterReader::Press,
               false,
               {"Slachtofferlaan", "Bode", "Vries", "VRIES", "Bakker", "vertrouwelijk", "maatregeltekst", "PL1500-1",
                "toegang tot gebouwen", "stok", "zorgverlener"},
               {"persbericht over", "Woordvoerder"}},
          Case{LetterReader::Municipality, false, {"Slachtofferlaan"}, {"PL1500-1", "stok", "wederhoortekst"}}}) {
        const std::string text =
            document_as_text(written(everything_for(one.reader, one.with_measure), record).document);
        for (const auto& parts : {never, one.hidden}) {
            for (const std::string& part : parts)
                EXPECT_EQ(text.find(part), std::string::npos) << name_of(one.reader).en << ": " << part << "\n" << text;
        }
        for (const std::string& part : one.seen)
            EXPECT_NE(text.find(part), std::string::npos) << name_of(one.reader).en << ": " << part << "\n" << text;
    }
}

// A letter that is one field.
std::string told(LetterReader reader, const char* field, const IncidentRecord& record, const std::string& person = {}) {
    LetterTemplate letter{.id = "b", .title = "B", .reader = reader, .parts = {{.text = fmt::format("{{{}}}", field)}}};
    if (letter_field(field)->of_measure) letter.measure = MeasureKind::Ban;
    const auto made = letter_text(letter, record, person, leiden, today);
    return made ? made->document.sections.back().paragraphs.back() : describe(made.error(), Language::English);
}

TEST(LetterText, NamesNobodyElseHoweverTheyAreWritten) {
    IncidentRecord record = a_telling_record();
    record.dossier->reporter.name = "Petra Klaassen";
    record.dossier->persons.push_back({.id = "p4", .name = "Ilse Vermeer", .address = "Molenweg 4, 2300 AA Leiden"});
    record.dossier->persons[2].name = "Willem van Dalen";
    record.what = "Vermeer (Molenweg 4) hielp, van dalen zag het, Dalens jas, Petra Klaassen meldde het";
    EXPECT_EQ(told(LetterReader::Disturber, "what", record, "p1"),
              "[naam] ([adres bekend bij de griffie]) hielp, [naam] zag het, [naam] jas, [naam] meldde het");
    record.dossier->measures[0].text = "samen met Ilse Vermeer";
    EXPECT_EQ(told(LetterReader::Disturber, "explanation", record, "p1"), "samen met [naam]");
    EXPECT_EQ(told(LetterReader::Disturber, "hearing", record, "p1"),
              "[vul in: zienswijze, of waarom die niet is gevraagd]")
        << "whose it is, nobody says";
    EXPECT_EQ(told(LetterReader::Municipality, "what", record),
              "Vermeer (Molenweg 4) hielp, van dalen zag het, Dalens jas, Petra Klaassen meldde het");
}

TEST(LetterText, HidesInWhatWasTypedAlone) {
    IncidentRecord record = a_telling_record();
    record.address = "Stadhuisplein 1, Leiden";
    record.dossier->persons[1].address = "Stadhuisplein 1, Leiden";
    record.dossier->persons[2].name = "Jan van Leiden";
    record.dossier->persons[2].address = "1";
    EXPECT_EQ(told(LetterReader::Disturber, "town_hall", record), "Stadhuisplein 1, Leiden");
    EXPECT_EQ(told(LetterReader::Disturber, "municipality", record), "Leiden");
    EXPECT_EQ(told(LetterReader::Disturber, "incident_date", record), "12 maart 2026");
    record.what = "voor Stadhuisplein 1";
    EXPECT_EQ(told(LetterReader::Council, "what", record), "voor Stadhuisplein 1") << "everybody knows it";
}

TEST(LetterText, SaysNothingOfChargesOrAMessageWithoutConsent) {
    IncidentRecord record = a_telling_record();
    record.charges = ChargesDecision{.decision = "file"};
    Dossier& dossier = *record.dossier;
    EXPECT_EQ(told(LetterReader::Council, "charges", record), "aangifte doen");
    dossier.police_file.may_be_told = false;
    EXPECT_EQ(told(LetterReader::Council, "charges", record), "[vul in: besluit over aangifte]");
    EXPECT_EQ(told(LetterReader::Affected, "police_number", record), "PL1500-1") << "it is about them alone";
    dossier.persons.push_back({.id = "p5", .role = PersonRole::Affected});
    EXPECT_EQ(told(LetterReader::Affected, "police_number", record, "p5"), "[vul in: nummer van de politie]");
    record.charges->decision = "later";
    dossier.police_file.may_be_told = true;
    EXPECT_EQ(told(LetterReader::Council, "charges", record), "[vul in: besluit over aangifte]");
    dossier.communication->prosecutor_leads = true;
    EXPECT_EQ(told(LetterReader::Press, "message", record), "[vul in: bericht]") << "the OM speaks";
    EXPECT_NE(told(LetterReader::Council, "message", record), "[vul in: bericht]");
    dossier.communication->agreed_with_affected = false;
    EXPECT_EQ(told(LetterReader::Council, "message", record), "[vul in: bericht]");
}

TEST(LetterText, ThereIsNoneOfWhatWasWithdrawnAndNoBanForWhatWasInNoMeeting) {
    IncidentRecord record = a_telling_record();
    record.withdrawn = true;
    EXPECT_NE(refused(a_ban(), record).find("withdrawn"), std::string::npos);
    EXPECT_TRUE(possible_addressees(a_ban(), record).empty());
    record.withdrawn = false;
    LetterTemplate ban = a_ban();
    ban.measure = MeasureKind::CouncilBan;
    record.dossier->measures[0].kind = MeasureKind::CouncilBan;
    EXPECT_EQ(refused(ban, record), "");
    record.kind = IncidentKind::Reported;
    EXPECT_NE(refused(ban, record), "");
}

TEST(LetterText, ADecisionThatBeginsBeforeItIsKnownIsNamed) {
    IncidentRecord record = a_telling_record();
    record.dossier->measures[0].from = "2026-03-13";
    EXPECT_EQ(written(a_ban(), record).open, std::vector<std::string>{"de eerste dag is al voorbij"});
    record.dossier->measures[0].until = "2026-03-19";
    EXPECT_EQ(written(a_ban(), record).open.size(), 2U);
}

TEST(LetterText, EndsASentenceOnce) {
    IncidentRecord record = a_telling_record();
    for (const auto& [value, shown] : {std::pair("klaar.", "klaar."),
                                       {"klaar!", "klaar!"},
                                       {"klaar...", "klaar…"},
                                       {"klaar", "klaar."},
                                       {"klaar?", "klaar?"}}) {
        record.what = value;
        const LetterTemplate letter{
            .id = "b", .title = "B", .reader = LetterReader::Council, .parts = {{.text = "{what}."}}};
        EXPECT_EQ(written(letter, record).document.sections.back().paragraphs.back(), shown);
    }
}

TEST(LetterText, WhoIsWrittenToMaySeeTheirOwnHome) {
    LetterTemplate letter{
        .id = "b", .title = "B", .reader = LetterReader::Affected, .parts = {{.text = "aan {address}"}}};
    const std::string text = document_as_text(written(letter, a_telling_record()).document);
    EXPECT_NE(text.find("aan Slachtofferlaan 12"), std::string::npos) << text;
    EXPECT_EQ(text.find("Getuigenpad"), std::string::npos);
}

TEST(LetterText, GoesToWhomItCanBe) {
    IncidentRecord record = a_telling_record();
    Dossier& dossier = *record.dossier;
    EXPECT_EQ(possible_addressees(a_ban(), record), std::vector<std::string>{"p1"});
    dossier.persons.push_back({.id = "p4", .name = "K. Ander"});
    EXPECT_EQ(possible_addressees(a_ban(), record), std::vector<std::string>{"p1"}) << "the ban is p1's";
    dossier.measures.push_back({.kind = MeasureKind::Ban, .person = "p4", .until = "2026-05-01"});
    dossier.measures.push_back({.kind = MeasureKind::Ban, .until = "2027-01-01"});
    EXPECT_EQ(possible_addressees(a_ban(), record), (std::vector<std::string>{"p1", "p4"}));
    EXPECT_NE(refused(a_ban(), record).find("--person: p1, p4"), std::string::npos);
    EXPECT_NE(refused(a_ban(), record, "p2").find("cannot be to “p2”"), std::string::npos);
    const std::string text = document_as_text(written(a_ban(), record, "p4").document);
    EXPECT_NE(text.find("tot en met 1 mei 2026"), std::string::npos) << "their own measure\n" << text;
    EXPECT_EQ(text.find("Vries"), std::string::npos) << text;

    LetterTemplate warning = a_ban();
    warning.measure = MeasureKind::WrittenWarning;
    EXPECT_NE(refused(warning, record).find("no measure"), std::string::npos);
    EXPECT_TRUE(possible_addressees(warning, record).empty());
    LetterTemplate to_nobody{.id = "p", .title = "P", .reader = LetterReader::Press, .parts = {{.text = "a"}}};
    EXPECT_EQ(possible_addressees(to_nobody, record), std::vector<std::string>{""});
    record.dossier.reset();
    EXPECT_NE(refused({.id = "b", .title = "B", .reader = LetterReader::Affected, .parts = {{.text = "a"}}}, record),
              "");
    EXPECT_EQ(refused(to_nobody, record), "");
}

TEST(LetterText, AMessageOfMoreLinesHasAsManyParagraphs) {
    IncidentRecord record = a_telling_record();
    record.dossier->communication->text = "een\r\n\ntwee\n";
    LetterTemplate press{.id = "p", .title = "P", .reader = LetterReader::Press, .parts = {{.text = "{message}"}}};
    EXPECT_EQ(written(press, record).document.sections.back().paragraphs, (std::vector<std::string>{"een", "twee"}));
}

TEST(LetterText, OfADrillSaysSo) {
    IncidentRecord record = a_telling_record();
    record.drill = true;
    EXPECT_TRUE(written(a_ban(), record).document.drill);
    EXPECT_FALSE(written(a_ban(), a_telling_record()).document.drill);
}

}  // namespace
}  // namespace hamer::test
