#include "codec/procedure/procedure_json.h"
#include "support/small.h"

#include <gtest/gtest.h>

namespace hamer {
namespace {

using test::small_text;

std::string refusal(const std::vector<std::pair<std::string, std::string>>& changes) {
    const auto procedure = read_procedure(small_text(changes), "small.json");
    return procedure ? "accepted" : describe(procedure.error());
}

TEST(ProcedureJson, ARightFileIsRead) {
    const auto procedure = read_procedure(small_text(), "small.json");
    ASSERT_TRUE(procedure);
    EXPECT_EQ(procedure->revision, 3);
    EXPECT_EQ(procedure->regions.size(), 2u);
    EXPECT_EQ(procedure->events.size(), 4u);
    EXPECT_EQ(procedure->guide[2].buttons[0].label.cases.front().text.en, "Open");
    EXPECT_EQ(procedure->guide[1].buttons[0].label.cases.front().text.en, "Door closed");  // the event's own
}

TEST(ProcedureJson, EachErrorNamesTheFileThePlaceAndWhatWasExpected) {
    EXPECT_EQ(refusal({{R"("tone": "primary")", R"("tone": "loud")"}}),
              "small.json: /events/door.close/tone: expected calm, normal, primary, attention or danger");
    EXPECT_EQ(refusal({{R"("initial": "open")", R"("initial": "ajar")"}}),
              "small.json: /regions/door/initial: the region has no state “ajar”");
    EXPECT_EQ(
        refusal({{R"("format": 1)", R"("format": 2)"}}),
        "small.json: /format: expected format 1, the one that this program reads. Use a newer Hamer for a newer file");
}

TEST(ProcedureJson, AValueOfAnotherKindIsToldAsThatAndNotAsAKeyThatIsMissing) {
    const std::string guard =
        R"("only": {"event": "door.open", "when": {"type": "in", "params": {"state": "bell.silent"}}})";
    const auto when = [&](const std::string& value) {
        return refusal({{guard, R"("only": {"event": "door.open", "when": )" + value + "}"}});
    };
    const std::string place = "small.json: /properties/2/only/when: expected an object, found ";
    EXPECT_EQ(when(R"("bell.silent")"), place + "a string");
    EXPECT_EQ(when("[]"), place + "an array");
    EXPECT_EQ(when("7"), place + "a number");
    EXPECT_EQ(when("null"), place + "null");
    EXPECT_EQ(when("true"), place + "true or false");
    EXPECT_EQ(when("{}"), "small.json: /properties/2/only/when: the key “type” is missing. Add it");
    EXPECT_EQ(when(R"({"type": "not", "guard": "bell.silent"})"),
              "small.json: /properties/2/only/when/guard: expected an object, found a string");
    EXPECT_EQ(when(R"({"type": "and", "guards": {}})"),
              "small.json: /properties/2/only/when/guards: expected an array, found an object");
    EXPECT_EQ(when(R"({"type": 3})"), "small.json: /properties/2/only/when/type: expected a string, found a number");
    EXPECT_EQ(refusal({{R"("title": {"nl": "Stop de bel", "en": "Stop the bell"})", R"("title": 5)"}}),
              "small.json: /guide/0/title: expected an object or an array, found a number");
    EXPECT_EQ(refusal({{R"("with": {"how": "fast"})", R"("with": {"how": 3})"}}),
              "small.json: /guide/2/do/0/with/how: expected a string, an object or true or false, found a number");
    EXPECT_EQ(refusal({{R"("spoken": true)", R"("spoken": [])"}}),
              "small.json: /events/door.close/spoken: expected a string or true or false, found an array");
    EXPECT_EQ(refusal({{R"("tone": "danger")", R"("tone": "danger", "letter": 1)"}}),
              "small.json: /events/bell.ring/letter: expected a string or an object, found a number");
    EXPECT_EQ(refusal({{R"("revision": 3)", R"("revision": 2.5)"}}),
              "small.json: /revision: expected a whole number, found 2.5");
    EXPECT_EQ(refusal({{R"("revision": 3)", R"("revision": 0)"}}),
              "small.json: /revision: expected a number from 1 to 1000000, found 0");
    EXPECT_EQ(refusal({{R"("revision": 3)", R"("revision": "3")"}}),
              "small.json: /revision: expected a whole number, found a string");
    EXPECT_EQ(refusal({{R"("id": "small")", R"("id": "")"}}),
              "small.json: /id: expected a name of letters, digits, '-', '_' and '.', found nothing");
    EXPECT_EQ(describe(read_procedure(" \n", "small.json").error()),
              "small.json: expected JSON, found nothing. Check that it is the right file");
}

TEST(ProcedureJson, AnUnknownRegionInAGuardIsRefused) {
    EXPECT_EQ(refusal({{R"("never": {"type": "and", "guards": [{"type": "in", "params": {"state": "door.open"}})",
                        R"("never": {"type": "and", "guards": [{"type": "in", "params": {"state": "window.open"}})"}}),
              "small.json: /properties/0/never/guards/0/params/state: no region has the state “window.open”; expected "
              "region.state");
}

TEST(ProcedureJson, AConditionIsWhatItSaysOrIsRefused) {
    const auto say_for = [](const std::string& condition) {
        return refusal({{R"("say": {"nl": "Stil, {meeting}!", "en": "Quiet, {meeting}!"})",
                         R"("say": [{"for": )" + condition + R"(, "nl": "a", "en": "a"}, {"nl": "b", "en": "b"}])"}});
    };
    for (const char* right :
         {R"({"meeting": ["council", "other"]})", R"({"when": {"type": "and", "guards": []}})",
          R"({"event": "door.open", "field": "how", "in": ["fast"]})", R"({"incidents": "undecided"})",
          R"({"entered": {"region": "bell", "by": ["bell.ring"], "after": "door"}})"}) {
        EXPECT_EQ(say_for(right), "accepted") << right;
    }
    const std::string at = "small.json: /guide/0/say/0/for";
    for (const auto& [wrong, expected] : std::initializer_list<std::pair<const char*, const char*>>{
             {"{}", ": expected a condition, such as meeting or when"},
             {R"({"meeting": ["board"]})", "/meeting/0: expected council, committee or other"},
             {R"({"event": "door.open"})", ": expected field and in beside event"},
             {R"({"event": "door.open", "field": "who", "in": ["x"]})", "/field: the event has no such field"},
             {R"({"event": "door.open", "field": "how", "in": ["x"]})", "/in/0: the field has no such choice"},
             {R"({"entered": {"region": "roof"}})", "/entered/region: there is no region of this name"},
             {R"({"incidents": "all"})", "/incidents: expected undecided"}}) {
        EXPECT_EQ(say_for(wrong), at + expected) << wrong;
    }
}

TEST(ProcedureJson, AnAlertIsOneLineOrAListOfThem) {
    const std::string label = R"("label": {"nl": "gaat", "en": "rings"})";
    const auto with_alert = [&](const std::string& alert) {
        return read_procedure(small_text({{label, label + R"(, "alert": )" + alert}}), "small.json");
    };
    const std::string one = R"({"text": {"nl": "a", "en": "a"}, "do": {"event": "bell.stop"})";
    ASSERT_TRUE(with_alert(one + "}"));
    EXPECT_EQ(with_alert(one + "}")->regions[1].states[1].alerts.size(), 1u);
    const auto two =
        with_alert("[" + one + R"(, "for": {"meeting": ["council"]}, "or": {"event": "bell.ring"}}, )" + one + "}]");
    ASSERT_TRUE(two);
    EXPECT_EQ(two->regions[1].states[1].alerts.size(), 2u);
    EXPECT_TRUE(two->regions[1].states[1].alerts[0].other);
    EXPECT_FALSE(two->regions[1].states[1].alerts[1].only_for);
}

TEST(ProcedureJson, WhatIsSpokenIsSaidProposedOrForTheTelephone) {
    const auto spoken = [](const std::string& word) {
        const auto procedure = read_procedure(small_text({{R"("spoken": true)", R"("spoken": )" + word}}), "s");
        return procedure ? std::optional(procedure->events[0].spoken) : std::nullopt;
    };
    EXPECT_EQ(spoken("true"), Spoken::Said);  // files of revision 1
    EXPECT_EQ(spoken(R"("said")"), Spoken::Said);
    EXPECT_EQ(spoken(R"("proposed")"), Spoken::Proposed);
    EXPECT_EQ(spoken(R"("telephone")"), Spoken::Telephone);
    EXPECT_EQ(spoken(R"("sung")"), std::nullopt);
}

TEST(ProcedureJson, UnknownAndMissingKeysAreRefused) {
    EXPECT_NE(refusal({{R"("id": "small")", R"("id": "small", "colour": "red")"}}).find("unknown key “colour”"),
              std::string::npos);
    EXPECT_NE(refusal({{R"("id": "small", )", ""}}).find("the key “id” is missing"), std::string::npos);
}

TEST(ProcedureJson, AKeyThatStandsTwiceIsRefusedWithItsLine) {
    EXPECT_NE(refusal({{R"("id": "small")", R"("id": "small", "id": "other")"}}).find("the key “id” stands twice"),
              std::string::npos);
}

TEST(ProcedureJson, AnEventThatIsNotDescribedIsRefused) {
    EXPECT_NE(
        refusal({{R"("on": {"bell.stop")", R"("on": {"bell.break")"}, {R"("bell.ring": [{}])", R"("bell.ring": [{}])"}})
            .find("events describes no event of this name"),
        std::string::npos);
}

TEST(ProcedureJson, TwoEventsWithOneMeaningAreRefused) {
    EXPECT_NE(
        refusal({{R"("tone": "danger", "source": "1")", R"("tone": "danger", "source": "1", "means": "police-called")"},
                 {R"("en": "Bell stopped"}, "tone": "normal", "source": "1")",
                  R"("en": "Bell stopped"}, "tone": "normal", "source": "1", "means": "police-called")"}})
            .find("another event has this meaning already"),
        std::string::npos);
}

TEST(ProcedureJson, BrokenDeepHugeAndBinaryTextIsRefusedWithoutACrash) {
    const auto refused = [](const std::string& text) {
        const auto procedure = read_procedure(text, "f.json");
        return procedure ? std::string("accepted") : describe(procedure.error());
    };
    EXPECT_NE(refused("").find("f.json"), std::string::npos);
    EXPECT_NE(refused("{\n  \"id\": nonsense").find("line 2"), std::string::npos);
    EXPECT_NE(refused(std::string(100'000, '[')).find("nested deeper than 64"), std::string::npos);
    EXPECT_NE(refused("{\"a\": \"\xFF\"}").find("UTF-8"), std::string::npos);
    std::string many = "[0";
    for (int i = 0; i < 1'000'001; ++i) many += ",0";
    EXPECT_NE(refused(many + "]").find("more than 1000000 values"), std::string::npos);
    std::string keys = "{\"k\": 0";
    for (int i = 0; i < 5000; ++i) keys += ",\"k" + std::to_string(i) + "\": 0";
    EXPECT_NE(refused(keys + "}").find("more than 4096 keys"), std::string::npos);
}

TEST(ProcedureJson, NoPrefixOfAFileIsReadAsAWhole) {
    const std::string text = small_text();
    for (std::size_t length = 0; length < text.size(); length += 7) {
        EXPECT_FALSE(read_procedure(text.substr(0, length), "cut.json")) << length;
    }
}

}  // namespace
}  // namespace hamer
