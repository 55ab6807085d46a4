#include "base/clean_lines.h"
#include "base/crc32.h"
#include "base/sha256.h"
#include "base/shown_text.h"
#include "base/text.h"

#include <gtest/gtest.h>

namespace hamer {
namespace {

TEST(Text, WellFormedUtf8IsToldFromTheRest) {
    EXPECT_TRUE(is_utf8("é ë ï ó € – ’ 🔔"));
    EXPECT_FALSE(is_utf8("\x80"));
    EXPECT_FALSE(is_utf8("\xC0\xAF"));          // overlong
    EXPECT_FALSE(is_utf8("\xED\xA0\x80"));      // a surrogate
    EXPECT_FALSE(is_utf8("\xF4\x90\x80\x80"));  // beyond U+10FFFF
    EXPECT_FALSE(is_utf8("\xE2\x82"));          // cut
}

TEST(Text, PrintableTextHasASpaceForEachTabAndLineEnd) {
    EXPECT_EQ(printable("rij 3\tstoel 12\r\npapier\nthee\rkoffie"), "rij 3 stoel 12 papier thee koffie");
    EXPECT_EQ(printable("a\vb\fc\u0085d\u2028e\u2029f"), "a b c d e f");
    EXPECT_EQ(printable("een\r\n\r\ntwee\n\r"), "een  twee  ");
}

TEST(Text, PrintableTextHasNothingThatSteersUnseen) {
    EXPECT_EQ(printable("a\x1b[31mb\x7f"), "a[31mb");
    EXPECT_EQ(printable("x\u202ey\u2066z\u061c\u200f"), "xyz") << "what reorders";
    EXPECT_EQ(printable("x\u009by"), "xy") << "C1";
    EXPECT_EQ(printable("\uFEFFAnne\u200B Jansen\u2060"), "Anne Jansen") << "what an editor or a web page added";
    EXPECT_EQ(printable("a\U000E0041b\uFFF9c\uFDD0d\uFFFEe\U0010FFFFf"), "abcdef") << "tags and what is no character";
    EXPECT_EQ(printable("Cafe\u0301 na\u00EFef \u2764\uFE0F \U0001F514"),
              "Cafe\u0301 na\u00EFef \u2764\uFE0F \U0001F514");
    EXPECT_EQ(printable("a\xFFz"), "a\uFFFDz");
}

TEST(Text, CleanLinesAreCleanAndEndAlike) {
    EXPECT_EQ(clean_lines("\uFEFFrij 3\tstoel 12\r\nthee\rkoffie\u2028\n\x1b[2Jmelk"),
              "rij 3 stoel 12\nthee\nkoffie\n\n[2Jmelk");
    EXPECT_EQ(clean_lines(""), "");
    EXPECT_EQ(clean_lines("een\n"), "een\n");
    EXPECT_EQ(clean_lines(std::string(10'000, 'a')).size(), 10'000u) << "nothing is cut";
}

TEST(Text, TextOfManyLinesKeepsItsLinesAndTabsAndNothingElse) {
    EXPECT_EQ(printable_lines("a\tb\nc\r\nd\re\x1b[2Jf\0g"), "a\tb\nc\r\nd e[2Jf");  // the literal ends at its NUL
    EXPECT_EQ(printable_lines(std::string("g\0h", 3)), "gh");
    EXPECT_EQ(printable_lines("x\u202ey\u2028z\u061c"), "xy z");
    EXPECT_EQ(printable_lines(std::string(10'000, 'a')).size(), 10'000u) << "nothing is cut";
}

TEST(Text, JsonSaysTheSameAndShowsAsItIs) {
    EXPECT_EQ(printable_json("{\"a\": \"é\u202ex\u009b\x7f🔔\"}\n"), "{\"a\": \"é\\u202ex\\u009b\\u007f🔔\"}\n");
    EXPECT_EQ(printable_json("\"\uFEFF\U000E0041\U0010FFFF\""), "\"\\ufeff\\udb40\\udc41\\udbff\\udfff\"");
}

TEST(Text, PrintableTextIsCutAtACharacter) {
    EXPECT_EQ(printable("één", 3), "é");
    EXPECT_EQ(printable("stoel", 3), "sto");
    EXPECT_EQ(printable("st\x1boel", 3), "sto") << "what is left out does not count";
    EXPECT_EQ(printable("sté", 3), "st");
    EXPECT_EQ(printable("stoel", 0), "");
}

TEST(Text, PlaceholdersAreFilledOnceAndUnknownOnesStay) {
    const auto value = [](std::string_view name) -> std::optional<std::string> {
        if (name == "reason") return "{what}";
        return std::nullopt;
    };
    EXPECT_EQ(expand("door {reason}, {other}, {", value), "door {what}, {other}, {");
    EXPECT_EQ(placeholders("a {b} {} {c d} {e.f}"), (std::vector<std::string>{"b", "e.f"}));
}

TEST(Hash, Sha256AndCrc32GiveThePublishedValues) {
    EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(Sha256().add("a").add("").add("bc").hex(), sha256_hex("abc"));
    EXPECT_EQ(crc32_hex("123456789"), "cbf43926");
}

TEST(Hash, AHashObjectStartsAfreshAfterItsDigest) {
    Sha256 hash;
    const std::string first = hash.add("abc").hex();
    EXPECT_EQ(hash.add("abc").hex(), first);
}

}  // namespace
}  // namespace hamer
