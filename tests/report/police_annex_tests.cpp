// What the police get, and above all what they do not.
#include "a_record.h"
#include "report/police_annex.h"

#include <gtest/gtest.h>

namespace hamer::test {
namespace {

constexpr const char* town_hall = "Stadhuis, Stadhuisplein 1, Leiden";

TEST(PoliceAnnex, HasTheFactsAllWordsWithWhoSaidThemWitnessesAndFootage) {
    const std::string text = document_as_text(police_annex(a_full_record(), town_hall, Language::Dutch));
    for (const char* part : {"Bijlage bij de aangifte", "12 maart 2026, 20:41:17", "griffier, namens de voorzitter",
                             "“U blijft verstoren.”", "J. de Vries (rode jas)",
                             "A. Bakker, raadslid; letsel: gebroken pols", "S. Bode (bode)", town_hall,
                             "S. Mandaat, namens de burgemeester", "PL1500-1", "T. Beeld", "op de schijf", "Hoofdhash"})
        EXPECT_NE(text.find(part), std::string::npos) << part << "\n" << text;
}

TEST(PoliceAnnex, HasNeitherHomesNorAftercareNorWhatTheMunicipalityDecidedAndTold) {
    for (const Language language : {Language::Dutch, Language::English}) {
        const std::string text = document_as_text(police_annex(a_full_record(), town_hall, language));
        for (const char* part :
             {"Verdachtenweg",  "Slachtofferlaan", "Getuigenpad",    "Melder",     "Informeerder",   "GIR-77",
              "wederhoortekst", "eerderetekst",    "maatregeltekst", "waaromniet", "Woordvoerder",   "persbericht",
              "vertrouwelijk",  "zorgverlener",    "thuisfront",     "huisarts",   "slaapt",         "Eigenaar",
              "gesprekstekst",  "Nazorg",          "Aftercare",      "first talk", "eerste gesprek", "goedtekst",
              "Aanwezig",       "verbetertekst"})
            EXPECT_EQ(text.find(part), std::string::npos) << part << "\n" << text;
    }
}

TEST(PoliceAnnex, HasNoHomeInAnyOtherTextEither) {
    IncidentRecord record = a_full_record();
    record.what = "dreiging bij Slachtofferlaan 12";
    record.notes = {{{40, record.started.at, {}}, "griffier", "GETUIGENPAD 3 is ernaast"}};
    Dossier& dossier = *record.dossier;
    dossier.persons[1].address = "Slachtofferlaan 12, Leiden";
    dossier.place = "voordeur Slachtofferlaan 12, Leiden";
    dossier.manner = "riep aan de slachtofferlaan  12 te Leiden";
    dossier.done.back().remark = "USB bij haar thuis, Slachtofferlaan 12";
    for (const Document& paper :
         {police_annex(record, town_hall, Language::Dutch), document_of(record, Language::Dutch)}) {
        const std::string text = document_as_text(paper);
        for (const char* part : {"Slachtofferlaan", "slachtofferlaan", "GETUIGENPAD"})
            EXPECT_EQ(text.find(part), std::string::npos) << part << "\n" << text;
        EXPECT_NE(text.find("voordeur [adres bekend bij de griffie]"), std::string::npos) << text;
        EXPECT_NE(text.find("Leiden"), std::string::npos) << "a town is no home";
    }
}

TEST(PoliceAnnex, TellsWordsInTheOrderInWhichTheyWereSpoken) {
    IncidentRecord record = a_full_record();
    record.who = "audience";
    const auto at = [](std::uint64_t seq) { return Moment{seq, *from_rfc3339("2026-03-12T20:41:17.120+01:00"), {}}; };
    PoliceCall call;
    call.by = "griffier";
    call.said = "derde";
    call.called = at(30);
    record.police = {call};
    record.suspensions = {{at(10), "", "eerste", {}, {}}};
    record.addressed = {{Approach::B, at(20), "tweede", ""}};
    record.requests.clear();
    const Document annex = police_annex(record, town_hall, Language::Dutch);
    std::string words;
    for (const Section& section : annex.sections) {
        for (const auto& row : section.table.rows) words += row.at(1) + ">" + row.at(2) + " " + row.at(3) + " ";
    }
    EXPECT_EQ(words, "voorzitter> “eerste” voorzitter>verstoorder “tweede” griffier>politie “derde” ");
}

TEST(PoliceAnnex, OfADrillSaysSo) {
    IncidentRecord record = a_full_record();
    record.drill = true;
    EXPECT_TRUE(police_annex(record, town_hall, Language::Dutch).drill);
}

}  // namespace
}  // namespace hamer::test
