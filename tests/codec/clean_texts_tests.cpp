// Whatever a person's editor, web page or form added to a file or a command does not come into the meeting.
#include "codec/drill/scenario_json.h"
#include "codec/journal/meeting_json.h"
#include "codec/json/clean_texts.h"
#include "codec/procedure/procedure_json.h"
#include "codec/record/record_json.h"
#include "codec/settings/settings_json.h"
#include "platform/text_file.h"
#include "support/leiden.h"
#include "support/small.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace hamer {
namespace {

const std::string dirty = "\uFEFFrij 3\tstoel\u200B 12\r\n\x1b\u202Epapier";
const std::string one_line = "rij 3 stoel 12 papier";
const std::string lines = "rij 3 stoel 12\npapier";

TEST(CleanTexts, AreInEveryPlaceOfWhatWasRead) {
    Json json = {{"a", dirty}, {"b", {dirty, {{"c", dirty}}, 7, nullptr, true}}};
    Json more = json;
    clean_texts(json, TextLines::One);
    EXPECT_EQ(json, (Json{{"a", one_line}, {"b", {one_line, {{"c", one_line}}, 7, nullptr, true}}}));
    clean_texts(more, TextLines::Many);
    EXPECT_EQ(more, (Json{{"a", lines}, {"b", {lines, {{"c", lines}}, 7, nullptr, true}}}));
}

TEST(CleanTexts, AreInSettings) {
    Json json = {{"format", 1},
                 {"municipality", {{"name", dirty}, {"address", "Stadhuisplein 1"}}},
                 {"numbers", {{"police", "\u200B0900\t8844"}}}};
    const auto settings = read_settings(json.dump(), "hamer.json");
    ASSERT_TRUE(settings) << describe(settings.error());
    EXPECT_EQ(settings->municipality.name, one_line);
    EXPECT_EQ(settings->municipality.police_number, "0900 8844");
}

TEST(CleanTexts, AreNotInTheNamesOfAnotherProgram) {
    const std::string name = "Pauze\tbeeld\u200B";
    Json json = {{"format", 1},
                 {"municipality", {{"name", "L"}, {"address", "A"}}},
                 {"numbers", Json::object()},
                 {"broadcast", {{"way", "obs"}, {"obs", {{"scene", name}}}}}};
    const auto settings = read_settings(json.dump(), "hamer.json");
    ASSERT_TRUE(settings) << describe(settings.error());
    EXPECT_EQ(settings->broadcast.obs->scene, name);
}

TEST(CleanTexts, AreInAMeeting) {
    const auto meeting = read_meeting(Json{{"name", dirty}, {"room", "Raad\u2060zaal"}}.dump(), "--meeting");
    ASSERT_TRUE(meeting) << describe(meeting.error());
    EXPECT_EQ(meeting->name, one_line);
    EXPECT_EQ(meeting->room, "Raadzaal");
}

TEST(CleanTexts, AreInWhatAClerkSends) {
    const auto dossier =
        patch_dossier({}, Json{{"manner", dirty}, {"place", "\uFEFFtribune"}}.dump(), "patch", UtcZone());
    ASSERT_TRUE(dossier) << describe(dossier.error());
    EXPECT_EQ(dossier->manner, lines);
    EXPECT_EQ(dossier->place, "tribune");
}

TEST(CleanTexts, AreInAProcedureAndAScenario) {
    Json json = Json::parse(test::small_text());
    json["title"]["nl"] = dirty;
    const auto procedure = read_procedure(json.dump(), "small.json");
    ASSERT_TRUE(procedure) << describe(procedure.error());
    EXPECT_EQ(procedure->title.nl, lines);
    const std::string file = test::source_path("scenarios/statement.json");
    json = Json::parse(read_text_file(file).value());
    json["title"]["nl"] = dirty;
    const auto scenario = read_scenario(json.dump(), file);
    ASSERT_TRUE(scenario) << describe(scenario.error());
    EXPECT_EQ(scenario->title.nl, one_line);
}

}  // namespace
}  // namespace hamer
