// Messages between devices: each there and back, byte for byte, and what is none is refused with the place in it.
#include "codec/link/link_message.h"
#include "support/places.h"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <set>

namespace hamer {
namespace {

const std::string zeros(64, '0');
const std::string some_hash = "9f64" + std::string(60, 'a');
const LinkPlace second{2, some_hash};
const std::string session = "20260312T191405Z-5f0c9a2b";

Result<LinkMessage> read(std::string_view text) { return read_link_message(text, "message"); }

std::map<std::string, std::string> samples() {
    std::map<std::string, std::string> found;
    const std::filesystem::path folder = test::source_directory() + "/tests/fuzz/seeds/link_message";
    for (const auto& file : std::filesystem::directory_iterator(folder)) {
        std::ifstream stream(file.path(), std::ios::binary);
        found[file.path().filename().string()] = {std::istreambuf_iterator<char>(stream), {}};
    }
    return found;
}

std::string replaced(std::string text, const std::string& what, const std::string& with) {
    const auto at = text.find(what);
    EXPECT_NE(at, std::string::npos) << what << " in " << text;
    if (at != std::string::npos) text.replace(at, what.size(), with);
    return text;
}

TEST(LinkMessages, OfEachKindAreWrittenAsTheyWereRead) {
    const auto all = samples();
    ASSERT_EQ(all.size(), std::variant_size_v<LinkMessage>);
    for (const auto& [name, text] : all) {
        const auto message = read(text);
        ASSERT_TRUE(message) << name << ": " << describe(message.error());
        EXPECT_EQ(kind_of(*message), name);
        EXPECT_EQ(write_link_message(*message), text);
    }
}

TEST(LinkMessages, OfEachKindComeBackAsTheSameValue) {
    const LinkCommand command{session, "r", "c", 7, R"({"do":"note","with":{"text":"é \" \\ €"}})"};
    const std::vector<LinkMessage> all{
        LinkHello{{1, 2, 3}, "hamer 2", some_hash},
        LinkPair{{1}, "hamer 2", "000001", "Ipad van de voorzitter"},
        LinkWelcome{1, "hamer 2", "k", "d", LinkRole::Trainer},
        LinkPaired{"d", LinkRole::Chair, some_hash},
        LinkRefused{LinkCode::Version, {{"speaks", "1, 2"}}},
        LinkRefused{LinkCode::Storage, {{"problem", "de schijf is vol"}}, session},
        LinkOffer{session, true, 12, second, {}, "r", false},
        LinkHave{session, 12, {}},
        LinkHave{session, 12, {{{}, false, false}, {second, true, true}}},
        LinkFile{session, 9, some_hash, "{\n\t\"é\": 1}\r\n"},
        LinkLines{session, 3, {{"J1 1 …", {}}, {"J1 2 \"quoted\" \\ €", {"een", "twee"}}}},
        LinkSynced{session, 9, second},
        LinkEnd{session, 0, second},
        LinkEnded{session, second},
        LinkErase{session, "e", {{1, "text"}, {9007199254740991, "fields.to"}}},
        LinkErased{session, "e"},
        LinkErased{session, "e", LinkCode::SessionOpen},
        LinkFollow{"", {}},
        LinkFollow{session, second},
        LinkState{session, false, "", false, true, false, {}},
        command,
        LinkAsked{command, "d", LinkRole::Clerk},
        LinkAnswer{session, "c", "d", std::uint64_t{8}},
        LinkAnswer{session, "c", "d", LinkRefusal{"not-enabled", {"Dit kan nu niet", "This cannot be done now"}}},
        LinkSwitch{session, "r", true},
        LinkBeat{}};
    std::set<std::size_t> kinds;
    for (const LinkMessage& message : all) {
        const auto again = read(write_link_message(message));
        ASSERT_TRUE(again) << kind_of(message) << ": " << describe(again.error());
        EXPECT_EQ(*again, message) << kind_of(message);
        kinds.insert(message.index());
    }
    EXPECT_EQ(kinds.size(), std::variant_size_v<LinkMessage>);
}

TEST(LinkMessages, ALineIsTheSameBytesWhateverItHolds) {
    std::string line = "J1 1 9 00000000 " + some_hash + " {\"a\":\"";
    for (int character = 0x20; character < 0x80; ++character) line += static_cast<char>(character);
    line += "é€😀\"}";
    const auto again = read(write_link_message(LinkLines{session, 0, {{line}}}));
    ASSERT_TRUE(again);
    EXPECT_EQ(std::get<LinkLines>(*again).lines[0].line, line);
}

TEST(LinkMessages, WithAKeyTooManyOrTooFewAreRefusedAtTheirPlace) {
    for (const auto& [name, text] : samples()) {
        const auto more = read(replaced(text, "\"kind\"", "\"extra\":1,\"kind\""));
        ASSERT_FALSE(more) << name;
        EXPECT_NE(describe(more.error()).find("extra"), std::string::npos) << name;
        EXPECT_FALSE(read(replaced(text, "{", "[{") + "]")) << name;
    }
    // Every key that must be there, one after the other.
    const std::string offer = samples().at("offer");
    for (const char* key : {"session", "drill", "round", "head", "known", "run", "commands", "seq", "hash"}) {
        EXPECT_FALSE(read(replaced(offer, "\"" + std::string(key) + "\"", "\"another\""))) << key;
    }
}

struct Wrong {
    const char* sample;
    std::string what;
    std::string with;
    const char* place;
};

TEST(LinkMessages, WithAValueOutOfItsRangeAreRefusedAtItsPlace) {
    const std::vector<Wrong> all{
        {"hello", "[1]", "[]", "/protocols"},
        {"hello", "[1]", "[1,2,3,4,5,6,7,8,9]", "/protocols"},
        {"hello", "[1]", "[0]", "/protocols/0"},
        {"hello", "9f64", "9F64", "/key"},
        {"hello", "9f64", "9f6", "/key"},
        {"pair", "062025", "62025", "/code"},
        {"pair", "062025", "06202x", "/code"},
        {"pair", "iPad raadzaal", "", "/name"},
        {"pair", "iPad raadzaal", "iPad\\u202e", "/name"},
        {"welcome", "chair", "mayor", "/role"},
        {"welcome", "k-5f0c", "k/5f0c", "/keeper"},
        {"refused", "\"gap\"", "\"other\"", "/code"},
        {"offer", "\"drill\":false", "\"drill\":0", "/drill"},
        {"offer", "\"round\":3", "\"round\":-1", "/round"},
        {"offer", "\"round\":3", "\"round\":9007199254740992", "/round"},
        {"offer", "\"round\":3", "\"round\":3.0", "/round"},
        {"offer", "\"seq\":2", "\"seq\":0", "/head"},
        {"offer", "\"seq\":0", "\"seq\":1", "/known"},
        {"offer", "20260312T191405Z-5f0c9a2b", "../etc", "/session"},
        {"offer", "20260312T191405Z-5f0c9a2b", "..", "/session"},
        {"offer", "20260312T191405Z-5f0c9a2b", ".", "/session"},
        {"offer", "20260312T191405Z-5f0c9a2b", "20260312T191405Z-5f0c9a2b.1", "/session"},
        {"refused", "20260312T191405Z-5f0c9a2b", "..", "/session"},
        {"erase", "20260312T191405Z-5f0c9a2b", "..", "/session"},
        {"erase", "20260312T191405Z-5f0c9a2b", "", "/session"},
        {"follow", "\"session\":\"\"", "\"session\":\"..\"", "/session"},
        {"command", "20260312T191405Z-5f0c9a2b", ".", "/session"},
        {"have", "\"passes\":false", "\"passes\":null", "/courses/0/passes"},
        {"file", "procedure.json", "../procedure.json", "/name"},
        {"file", "\"course\":0", "\"course\":10", "/course"},
        {"synced", "\"course\":1", "\"course\":-1", "/course"},
        {"erase", "\"seq\":2", "\"seq\":0", "/texts/0/seq"},
        {"erase", "fields.to", "", "/texts/0/name"},
        {"erased", "session-open", "why not", "/code"},
        {"command", "\"seen\":2", "\"seen\":\"2\"", "/seen"},
        {"command", "\"c-1\"", "\"\"", "/id"},
        {"asked", "clerk", "president", "/role"},
        {"answer", "\"refusal\"", "\"seq\":3,\"refusal\"", "message"},
        {"answer", "not-enabled", "not enabled", "/refusal/code"},
        {"beat", "beat", "beet", "/kind"},
        {"beat", "\"beat\"", "7", "/kind"},
    };
    const auto texts = samples();
    for (const Wrong& one : all) {
        const auto message = read(replaced(texts.at(one.sample), one.what, one.with));
        ASSERT_FALSE(message) << one.sample << ": " << one.with;
        EXPECT_NE(message.error().where.find(one.place), std::string::npos) << describe(message.error());
        EXPECT_FALSE(message.error().dutch.empty() && message.error().trouble == Trouble::Unnamed) << one.with;
    }
}

TEST(LinkMessages, AreReadUpToTheirLimitsAndNoFurther) {
    const auto lines = [](std::size_t number, std::size_t length, std::size_t texts = 0) {
        LinkLines message{session, 0, {}};
        for (std::size_t i = 0; i < number; ++i) {
            message.lines.push_back({std::string(length, 'x'), std::vector<std::string>(texts, "t")});
        }
        return write_link_message(message);
    };
    EXPECT_TRUE(read(lines(max_link_lines, 10, 256)));
    EXPECT_FALSE(read(lines(max_link_lines, 10, 257)));
    EXPECT_FALSE(read(lines(max_link_lines + 1, 10)));
    EXPECT_FALSE(read(lines(0, 10)));
    EXPECT_TRUE(read(lines(1, max_link_line)));
    EXPECT_FALSE(read(lines(1, max_link_line + 1)));
    const auto too_large = read(lines(17, max_link_line));
    ASSERT_FALSE(too_large);
    EXPECT_EQ(too_large.error().trouble, Trouble::TooLarge);
    EXPECT_TRUE(read(write_link_message(LinkFile{session, 0, some_hash, std::string(max_link_file, 'x')})));
    EXPECT_FALSE(read(write_link_message(LinkFile{session, 0, some_hash, std::string(max_link_file + 1, 'x')})));
    EXPECT_FALSE(read_link_message(R"({"kind":"beat"})" + std::string(max_greeting_message, ' '), "message",
                                   max_greeting_message));
    EXPECT_FALSE(read(write_link_message(LinkHave{session, 0, std::vector<LinkCourse>(max_courses + 1)})));
    EXPECT_FALSE(read(write_link_message(LinkCommand{session, "r", "c", 0, std::string(max_command_line + 1, 'x')})));
}

TEST(LinkMessages, ThatAreHostileAreErrorsAndNothingElse) {
    const std::string deep = std::string(100'000, '[') + std::string(100'000, ']');
    for (const std::string& text :
         {std::string(), std::string("null"), std::string("[]"), std::string("{}"), std::string("{\"kind\":\"beat\"}x"),
          std::string("{\"kind\":\"beat\",\"kind\":\"beat\"}"), std::string("{\"kind\":\"\xFF\"}"),
          std::string("\xEF\xBB\xBF{\"kind\":\"beat\"}"), std::string("{\"kind\":\"beat\"}\0", 16),
          std::string("{\"kind\":\"beat\"}\0{\"kind\":\"beat\"}", 31), std::string("{\"kind\":\"\\ud800\"}"), deep,
          "{\"kind\":" + deep + "}", R"({"kind":"refused","code":"gap","with":{"a":{}}})" + std::string()}) {
        const auto message = read(text);
        ASSERT_FALSE(message) << text.substr(0, 80);
        EXPECT_TRUE(message.error().where.starts_with("message"));
        EXPECT_FALSE(describe(message.error(), Language::Dutch).empty());
    }
    std::string wide = R"({"kind":"refused","code":"gap","with":{)";
    for (int i = 0; i < 9; ++i) wide += (i > 0 ? ",\"" : "\"") + std::to_string(i) + "\":\"x\"";
    EXPECT_FALSE(read(wide + "}}"));
}

TEST(LinkMessages, WhatAPersonMayReadOfThemSteersNothing) {
    const auto refused = read(R"({"kind":"refused","code":"storage","with":{"problem":"vol\u001b[2J\u202e"}})");
    ASSERT_TRUE(refused);
    EXPECT_EQ(std::get<LinkRefused>(*refused).with.at("problem"), "vol[2J");
    const auto answer = read(
        R"({"kind":"answer","session":"20260312T191405Z-5f0c9a2b","id":"c","device":"d","refusal":{"code":"x","nl":"a\nb","en":"\u0007"}})");
    ASSERT_TRUE(answer);
    EXPECT_EQ(std::get<LinkRefusal>(std::get<LinkAnswer>(*answer).decision).message, (LocalText{"a b", ""}));
}

}  // namespace
}  // namespace hamer
