// Letters as a municipality writes them: what is wrong is said with its place, before any letter is made.
#include "codec/record/letter_json.h"

#include <gtest/gtest.h>

namespace hamer {
namespace {

// A letter with these keys instead of its own.
std::string a_letter(const std::string& reader, const std::string& more, const std::string& text) {
    return R"({"format": 1, "id": "x", "title": "Brief", "reader": ")" + reader + "\"" + more + R"(, "text": [)" +
           text + "]}";
}
std::string refused(const std::string& text) {
    const auto read = read_letter_file(text, "x.json");
    return read ? "" : describe(read.error(), Language::English);
}

TEST(LetterFile, SaysWhoReadsItAndWhatStandsInIt) {
    const auto read = read_letter_file(
        a_letter("disturber", R"(, "measure": "ban")",
                 R"("Beste {name},", {"heading": "Tot", "with": ["until", "from"], "text": "tot {until}"})"),
        "x.json");
    ASSERT_TRUE(read) << describe(read.error());
    EXPECT_EQ(read->reader, LetterReader::Disturber);
    EXPECT_EQ(read->measure, MeasureKind::Ban);
    ASSERT_EQ(read->parts.size(), 2U);
    EXPECT_EQ(read->parts[0].text, "Beste {name},");
    EXPECT_EQ(read->parts[1].heading, "Tot");
    EXPECT_EQ(read->parts[1].with, (std::vector<std::string>{"until", "from"}));
}

TEST(LetterFile, NamesNothingThatItsReaderMayNotSee) {
    const auto says = [](const std::string& reader, const std::string& text) {
        return refused(a_letter(reader, "", text));
    };
    EXPECT_NE(says("press", R"("a", "{measures}")").find("/text/1"), std::string::npos);
    EXPECT_NE(says("press", R"("{measures}")").find("does not belong in a letter for the press"), std::string::npos);
    EXPECT_NE(says("press", R"("{measures}")").find("spokesperson"), std::string::npos) << "and what it may name";
    EXPECT_NE(says("council", R"({"with": ["name"], "text": "a"})").find("/text/0/with/0"), std::string::npos);
    EXPECT_NE(says("council", R"({"heading": "{until}", "text": "a"})").find("/text/0/heading"), std::string::npos);
    EXPECT_NE(says("disturber", R"("{internal_message}")"), "");
    EXPECT_NE(says("affected", R"("{internal_message}")"), "");
    EXPECT_NE(says("press", R"("{internal_message}")"), "");
    EXPECT_EQ(says("council", R"("{internal_message}")"), "");
}

TEST(LetterFile, WhatCannotBeMeantIsRefusedWithItsPlace) {
    EXPECT_NE(refused(a_letter("council", "", R"("{nome}")")).find("“nome” is no field"), std::string::npos);
    EXPECT_NE(refused(a_letter("disturber", "", R"("{until}")")).find("is of a measure"), std::string::npos);
    EXPECT_NE(refused(a_letter("council", R"(, "measure": "ban")", R"("a")")).find("/measure"), std::string::npos);
    EXPECT_NE(refused(a_letter("affected", R"(, "measure": "ban")", R"("a")")).find("/measure"), std::string::npos);
    EXPECT_NE(refused(a_letter("disturber", R"(, "measure": "boete")", R"("a")")).find("written-warning"),
              std::string::npos);
    for (const char* brace : {R"("a {name")", R"("a }")", R"("{}")", R"("{ name }")", R"("{{name}}")"})
        EXPECT_NE(refused(a_letter("disturber", "", brace)).find("/text/0"), std::string::npos) << brace;
    EXPECT_NE(refused(a_letter("burgemeester", "", R"("a")")).find("/reader"), std::string::npos);
    EXPECT_NE(refused(a_letter("council", "", "")).find("/text"), std::string::npos);
    EXPECT_NE(refused(a_letter("council", "", R"("  ")")).find("/text/0"), std::string::npos);
    EXPECT_NE(refused(a_letter("council", "", R"({"text": "a", "als": "b"})")).find("als"), std::string::npos);
    EXPECT_NE(refused(a_letter("council", R"(, "extra": 1)", R"("a")")).find("extra"), std::string::npos);
    EXPECT_NE(refused(R"({"format": 2, "id": "x", "title": "t", "reader": "press", "text": ["a"]})").find("/format"),
              std::string::npos);
    EXPECT_NE(
        refused(R"({"format": 1, "id": "x", "title": "{what}", "reader": "press", "text": ["a"]})").find("/title"),
        std::string::npos);
    EXPECT_NE(refused(R"({"format": 1, "id": "../x", "title": "t", "reader": "press", "text": ["a"]})").find("/id"),
              std::string::npos);
    EXPECT_NE(refused(R"({"format": 1, "id": ")" + std::string(61, 'x') +
                      R"(", "title": "t", "reader": "press", "text": ["a"]})")
                  .find("/id"),
              std::string::npos);
    for (const char* id : {"-x", "--help", ".x"})
        EXPECT_NE(refused(R"({"format": 1, "id": ")" + std::string(id) +
                          R"(", "title": "t", "reader": "press", "text": ["a"]})")
                      .find("/id"),
                  std::string::npos)
            << id;
    for (const char* title : {"", " ", "\u00A0", "."})
        EXPECT_NE(refused(R"({"format": 1, "id": "x", "title": ")" + std::string(title) +
                          R"(", "reader": "press", "text": ["a"]})")
                      .find("/title"),
                  std::string::npos)
            << title;
    EXPECT_NE(refused(a_letter("council", "", "\"\u00A0\"")).find("/text/0"), std::string::npos);
    EXPECT_NE(refused("[]"), "");
    EXPECT_NE(refused(""), "");
}

TEST(LetterFile, ATextLosesWhatSteersUnseen) {
    const auto read = read_letter_file(a_letter("council", "", R"("a\u202Eb\nc")"), "x.json");
    ASSERT_TRUE(read);
    EXPECT_EQ(read->parts[0].text, "ab c");
}

}  // namespace
}  // namespace hamer
