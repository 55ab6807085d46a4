#include "session/sentence.h"

#include <gtest/gtest.h>
#include <map>

namespace hamer {
namespace {

// With a room, and without: what nothing fills is called {none…}.
std::string told(const char* text) {
    static const std::map<std::string, std::string, std::less<>> facts = {{"place", "Stadhuis"},
                                                                          {"address", "Stadhuisplein 1, Leiden"},
                                                                          {"number", "0900-8844"},
                                                                          {"empty", ""},
                                                                          {"what", "brand"}};
    return expand_for_people(text, [&](std::string_view name) -> std::optional<std::string> {
        const auto found = facts.find(name);
        return found == facts.end() ? std::nullopt : std::optional(found->second);
    });
}

struct Case {
    const char* text;
    const char* told;
};

class WhatNothingFills : public testing::TestWithParam<Case> {};

TEST_P(WhatNothingFills, IsLeftOutWithItsPartOfTheSentence) {
    EXPECT_EQ(told(GetParam().text), GetParam().told) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Dutch, WhatNothingFills,
    testing::Values(
        Case{"Wij zijn hier: {place}, {address}, {none}.", "Wij zijn hier: Stadhuis, Stadhuisplein 1, Leiden."},
        Case{"Wij zijn hier: {none}, {address}, {empty}. Kom direct.",
             "Wij zijn hier: Stadhuisplein 1, Leiden. Kom direct."},
        Case{"Wij zijn hier: {none}, {empty}. Kom direct.", "Kom direct."}, Case{"Regie: {none}.", ""},
        Case{"Beveiliging: {none}. Regie: {number}.", "Regie: 0900-8844."},
        Case{"bel de regie: {none}", "bel de regie"}, Case{"Bel BHV: {none}.", "Bel BHV."},
        Case{"De beveiliging mag nu verwijderen: {none}.", "De beveiliging mag nu verwijderen."},
        Case{"Blijf rustig, regie: {none}.", "Blijf rustig."},
        Case{"Bel de beveiliging (toestel {none}) en wacht.", "Bel de beveiliging en wacht."},
        Case{"Geschorst ({what}).", "Geschorst (brand)."}, Case{"Er is {none}. Kom direct.", "Kom direct."},
        Case{"{none}, de vergadering is geschorst.", "De vergadering is geschorst."},
        Case{"Ga naar {place} – {none} – en wacht.", "Ga naar Stadhuis – en wacht."},
        Case{"Zeg: „Ik schors. De reden is: {none}.”", "Zeg: „Ik schors.”"},
        Case{"Op grond van art. 26 Gemeentewet, {none}, vorder ik.", "Op grond van art. 26 Gemeentewet, vorder ik."},
        Case{"{none} gebeld", "gebeld"}, Case{"{none}", ""},
        Case{"Niets te vullen: niets weg.", "Niets te vullen: niets weg."}));

INSTANTIATE_TEST_SUITE_P(
    English, WhatNothingFills,
    testing::Values(Case{"We are here: {place}, {address}, {none}.", "We are here: Stadhuis, Stadhuisplein 1, Leiden."},
                    Case{"We are here: {none}. Please come at once.", "Please come at once."},
                    Case{"Control room: {none}.", ""},
                    Case{"Security: {number}. Control room: {none}.", "Security: 0900-8844."},
                    Case{"call the control room: {none}", "call the control room"},
                    Case{"Call security: {none}.", "Call security."},
                    Case{"Security may now remove people: {none}.", "Security may now remove people."},
                    Case{"Wait here ({none}).", "Wait here."},
                    Case{"There is {none}. Please come at once.", "Please come at once."},
                    Case{"{none}, the meeting is suspended.", "The meeting is suspended."},
                    Case{"Say: “I suspend. The reason is: {none}.”", "Say: “I suspend.”"},
                    Case{"{none} called", "called"}, Case{"Go to {place}; {none}; wait.", "Go to Stadhuis; wait."}));

TEST(ActedOut, WhatTellsToCallTellsToPlayIt) {
    const auto dutch = [](const char* text) { return acted_out(text, Language::Dutch); };
    EXPECT_EQ(dutch("Vraag nu pauze. Bel de regie: toestel 4001."),
              "Vraag nu pauze. Speel na: bel de regie: toestel 4001.");
    EXPECT_EQ(dutch("Bel 112"), "Speel na: bel 112");
    EXPECT_EQ(dutch("Laat iemand bellen. Spoed of gevaar: 112."),
              "Speel na: laat iemand bellen. Spoed of gevaar: 112.");
    EXPECT_EQ(dutch("Geweigerd? Dan is het lokaalvredebreuk en belt u de politie."),
              "Geweigerd? Dan is het lokaalvredebreuk en belt u de politie (speel dat na).");
    EXPECT_EQ(dutch("Schors de vergadering."), "Schors de vergadering.");
    const auto english = [](const char* text) { return acted_out(text, Language::English); };
    EXPECT_EQ(english("Ask for a pause now. Call the control room: 4001."),
              "Ask for a pause now. Act out: call the control room: 4001.");
    EXPECT_EQ(english("Is there new danger? Then call 112 again."),
              "Is there new danger? Then call 112 again (act that out).");
    EXPECT_EQ(english("Call the member to order"), "Call the member to order") << "nobody is telephoned";
}

}  // namespace
}  // namespace hamer
