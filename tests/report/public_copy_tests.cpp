// What is given to who asks for a record under the Wet open overheid, and above all what is not.
#include "a_record.h"
#include "report/public_copy.h"

#include <gtest/gtest.h>

namespace hamer::test {
namespace {

IncidentRecord a_telling_record() {
    IncidentRecord record = a_full_record();
    record.what = "De heer De Vries schold A. BAKKER uit bij Slachtofferlaan 12";
    record.notes.push_back({record.started, "griffier", "notitietekst"});
    record.security.push_back({record.started, record.started, "man in rode jas"});
    record.police.push_back({"112", "belletje", "Vries is hier", record.started, {}, {}, ""});
    record.requests.front().to = "aan Vries persoonlijk";
    record.requests.front().said = "Meneer de Vries, verlaat de zaal.";
    record.suspensions.push_back({record.started, "reden Quist", "Ik schors.", record.started, ""});
    record.dossier->manner = "manier";
    record.dossier->communication->text = "Het is rustig, zegt Bode.";
    record.dossier->conduct = {Conduct::Threat};
    return record;
}

TEST(PublicCopy, TellsWhatHappenedAndWhatWasDone) {
    const std::string text = document_as_text(public_copy(a_telling_record(), Language::Dutch));
    for (const char* part :
         {"Wet open overheid", "Lees deze kopie na", "schold [naam] uit", "D: bedreiging", "Ik schors.",
          "verlaat de zaal.", "Politie gebeld", "Door beveiliging verwijderd", "Het is rustig, zegt [naam]."})
        EXPECT_NE(text.find(part), std::string::npos) << part << "\n" << text;
}

TEST(PublicCopy, HasNothingOfAnyPerson) {
    for (const Language language : {Language::Dutch, Language::English}) {
        const std::string text = document_as_text(public_copy(a_telling_record(), language));
        for (const char* part :
             {"Vries",         "Bakker",       "BAKKER",        "Bode",           "Slachtofferlaan", "Getuigenpad",
              "Verdachtenweg", "rode jas",     "gebroken pols", "maatregeltekst", "notitietekst",    "persoonlijk",
              "belletje",      "manier",       "M. Melder",     "thuisfront",     "zorgverlener",    "PL1500-1",
              "GIR-77",        "Informeerder", "vertrouwelijk", "Eigenaar",       "wederhoortekst",  "gesprekstekst",
              "T. Beeld",      "Woordvoerder", "S. Mandaat",    "reden Quist",    "eerderetekst",    "2026-03-13",
              "X. Aanwezig",   "betertekst",   "verbetertekst"})
            EXPECT_EQ(text.find(part), std::string::npos) << part << "\n" << text;
    }
}

TEST(PublicCopy, OfADrillSaysSo) {
    IncidentRecord record = a_record();
    record.drill = true;
    EXPECT_TRUE(public_copy(record, Language::Dutch).drill);
    record.dossier.reset();
    EXPECT_FALSE(public_copy(record, Language::English).sections.empty());
}

}  // namespace
}  // namespace hamer::test
