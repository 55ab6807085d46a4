#include "base/clean_lines.h"
#include "base/crc32.h"
#include "base/random.h"
#include "base/sha256.h"
#include "base/shown_text.h"
#include "base/text.h"
#include "base/text_file.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

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

TEST(Text, PrintableTextIsCutAtACharacter) { EXPECT_EQ(printable("één", 3), "é"); }

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

TEST(Random, TwoNamesDiffer) {
    EXPECT_EQ(random_hex(4).size(), 8u);
    EXPECT_NE(random_hex(16), random_hex(16));
}

TEST(TextFile, AFolderAMissingFileAndBinaryBytesAreEachRefusedInWords) {
    EXPECT_NE(describe(read_text_file("/nowhere/at/all").error()).find("no such file"), std::string::npos);
    EXPECT_NE(describe(read_text_file("/").error()).find("expected a file"), std::string::npos);
    EXPECT_NE(describe(read_text_file("/proc/self/exe", std::size_t{1} << 30).error()).find("UTF-8"),
              std::string::npos);
    EXPECT_NE(describe(read_text_file("/proc/self/exe", 10).error()).find("larger than 10"), std::string::npos);
}

TEST(TextFile, HasNoByteOrderMark) {
    const auto path = std::filesystem::temp_directory_path() / ("hamer-marked-" + random_hex(8));
    std::ofstream(path) << "\xEF\xBB\xBF{\"a\": \"\xEF\xBB\xBF\"}";
    EXPECT_EQ(read_text_file(path).value(), "{\"a\": \"\xEF\xBB\xBF\"}") << "in it, it is somebody else's to judge";
    std::filesystem::remove(path);
}

TEST(TextFile, ASecretThatOthersMayReadOrChangeIsRefused) {
    std::string path = (std::filesystem::temp_directory_path() / "hamer-secret-XXXXXX").string();
    const int made = ::mkstemp(path.data());
    ASSERT_GE(made, 0);
    ASSERT_EQ(::write(made, "geheim \r\n", 9), 9);
    ::close(made);
    EXPECT_EQ(read_secret_file(path).value(), "geheim");
    EXPECT_FALSE(others_may_read(path));
    for (const mode_t mode : {mode_t{0640}, mode_t{0604}, mode_t{0620}, mode_t{0602}, mode_t{0644}, mode_t{0777}}) {
        ASSERT_EQ(::chmod(path.c_str(), mode), 0);
        const auto refused = read_secret_file(path);
        ASSERT_FALSE(refused) << mode;
        EXPECT_EQ(describe(refused.error()).find("geheim"), std::string::npos);
        EXPECT_NE(describe(refused.error()).find("chmod 600"), std::string::npos);
        EXPECT_EQ(others_may_read(path), (mode & 044u) != 0) << mode;
        EXPECT_EQ(others_may_change(path), (mode & 02u) != 0) << mode;
    }
    std::filesystem::remove(path);
}

TEST(SecretFiles, AreReadAsTheyWereMeantWhateverAnEditorAdded) {
    for (const char* text :
         {"geheim", "geheim\n", "geheim\r\n", "\xEF\xBB\xBFgeheim\r\n", "geheim \t\r\n\r\n", "\n geheim"}) {
        EXPECT_EQ(clean_secret(text, "token").value_or("refused"), "geheim") << text;
    }
    EXPECT_EQ(clean_secret("twee woorden", "token").value(), "twee woorden");
    for (const char* text : {"geheim\r\nX-Other: 1", "geheim\nnog een", "ge\theim", "ge\x7Fheim", "ge\u200Bheim",
                             "geheim\u2028nog een", "", "\r\n", "\xEF\xBB\xBF "}) {
        const auto refused = clean_secret(text, "token");
        ASSERT_FALSE(refused) << text;
        EXPECT_EQ(refused.error().kind, ErrorKind::Usage);
        EXPECT_EQ(describe(refused.error()).find("geheim"), std::string::npos) << "no part of it is shown";
    }
}

}  // namespace
}  // namespace hamer
