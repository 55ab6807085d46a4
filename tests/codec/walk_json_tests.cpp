#include "codec/journal/walk_json.h"
#include "support/leiden.h"
#include "support/small.h"

#include <gtest/gtest.h>

namespace hamer {
namespace {

std::string code_of(std::string_view line) {
    const auto command = read_walk_line(line);
    return command ? "ok" : std::string(word(command.error().code));
}

TEST(WalkJson, ALineIsReadAsACommand) {
    const auto command =
        read_walk_line(R"({"do":"meeting.suspend","with":{"reason":"lawaai"},"at":"2026-03-12T20:14:05.120+01:00"})");
    ASSERT_TRUE(command);
    EXPECT_EQ(std::get<Do>(command->what).event, "meeting.suspend");
    EXPECT_EQ(std::get<std::string>(std::get<Do>(command->what).with.at("reason")), "lawaai");
    EXPECT_EQ(to_rfc3339(*command->occurred), "2026-03-12T20:14:05.120+01:00");
}

TEST(WalkJson, TheFourGeneralCommandsAreRead) {
    EXPECT_EQ(std::get<AddNote>(read_walk_line(R"({"do":"note","with":{"text":"x"}})")->what).text, "x");
    EXPECT_EQ(std::get<Undo>(read_walk_line(R"({"do":"undo"})")->what).why, "");
    EXPECT_EQ(std::get<Amend>(read_walk_line(R"({"do":"amend","with":{"seq":3,"fields":{"a":true}}})")->what).seq, 3u);
    EXPECT_EQ(std::get<Deviate>(read_walk_line(R"({"do":"deviate","with":{"to":{"police":"called"},"why":"x"}})")->what)
                  .to.size(),
              1u);
}

TEST(WalkJson, AnIncidentGoesByTheNumberOfItsLine) {
    const auto command = read_walk_line(R"({"do":"charges.decide","with":{"incident":3,"decision":"none"}})");
    ASSERT_TRUE(command);
    EXPECT_EQ(std::get<std::string>(std::get<Do>(command->what).with.at("incident")), "3");
    for (const char* number : {"-3", "3.5", "null"}) {
        EXPECT_EQ(code_of(std::string(R"({"do":"charges.decide","with":{"incident":)") + number + "}}"), "bad-field")
            << number;
    }
}

TEST(WalkJson, WhatIsWrongWithALineHasItsOwnCode) {
    for (const char* line : {"", "x", "[]", "{}", R"({"do":7})", R"({"do":"a","do":"b"})", R"({"do":"a","with":[]})",
                             R"({"do":"a","extra":1})", "{\"do\":\"\xFF\"}"}) {
        EXPECT_EQ(code_of(line), "bad-json") << line;
    }
    EXPECT_EQ(code_of(R"({"do":"a","at":"yesterday"})"), "bad-time");
    EXPECT_EQ(code_of(R"({"do":"a","at":5})"), "bad-time");
    EXPECT_EQ(code_of(R"({"do":"a","with":{"f":[1]}})"), "bad-field");
    EXPECT_EQ(code_of(R"({"do":"note"})"), "missing-field");
    EXPECT_EQ(code_of(R"({"do":"note","with":{"text":"x","colour":"red"}})"), "bad-field");
    EXPECT_EQ(code_of(R"({"do":"deviate","with":{"to":{"police":"called"}}})"), "missing-field");
    EXPECT_EQ(code_of("{\"do\":\"" + std::string(2u << 20, 'a') + "\"}"), "bad-json");
}

TEST(WalkLine, RefusesAnActorThatIsNoName) {
    for (const char* actor : {"chair", "Griffier Jansen-de Vries", "Zoë"}) {
        EXPECT_EQ(code_of(R"({"do":"a","actor":")" + std::string(actor) + "\"}"), "ok") << actor;
    }
    for (const std::string& actor : {std::string(), std::string("  "), std::string("\\u0000"), std::string("\\t\\r\\n"),
                                     std::string("\\u202e\\ufeff"), std::string(81, 'x')}) {
        EXPECT_EQ(code_of(R"({"do":"a","actor":")" + actor + "\"}"), "bad-field") << actor;
    }
    EXPECT_EQ(code_of("{\"do\":\"a\",\"actor\":\"\xC3\"}"), "bad-json");
}

TEST(WalkLine, TakesTextsAsTheyAreMeantWhateverAFormAdded) {
    const auto note = read_walk_line(
        R"({"do":"note","with":{"text":"\ufeffrij 3\tstoel 12\r\n\u001b[2Jpapier"},"actor":"Gri\u200bffier\nJansen"})");
    ASSERT_TRUE(note);
    EXPECT_EQ(std::get<AddNote>(note->what).text, "rij 3 stoel 12 [2Jpapier");
    EXPECT_EQ(note->actor, "Griffier Jansen");
}

TEST(WalkJson, TheAnswerGivesSituationCardAndWhatCanBeDone) {
    const test::FakeClock clock;
    Session session = test::opened_session(clock, std::make_shared<const Procedure>(test::small()));
    EXPECT_EQ(
        walk_answer(session, 1),
        R"({"ok":true,"seq":1,"situation":{"door":"open","bell":"silent"},"card":"close","offers":["door.close"],"enabled":["door.close"]})");
    test::run(session, clock, "door.close");
    EXPECT_EQ(
        walk_refusal(session, {RefusalCode::NotEnabled, {"nee", "no"}}, Language::English),
        R"({"ok":false,"error":{"code":"not-enabled","message":"no"},"situation":{"door":"closed","bell":"ringing"},"card":"stop","offers":["bell.stop","bell.ring"],"enabled":["bell.ring","bell.stop"]})");
}

}  // namespace
}  // namespace hamer
