#include "platform/private_files.h"
#include "platform/random.h"
#include "platform/text_file.h"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>

namespace hamer {
namespace {

TEST(Random, TwoNamesDiffer) {
    EXPECT_EQ(random_hex(4).size(), 8u);
    EXPECT_NE(random_hex(16), random_hex(16));
}

TEST(TextFile, AFolderAMissingFileAndBinaryBytesAreEachRefusedInWords) {
    const auto folder = std::filesystem::temp_directory_path();
    const auto bytes = folder / ("hamer-bytes-" + random_hex(8));
    std::ofstream(bytes, std::ios::binary) << "not text: \xFF\xFE";
    EXPECT_NE(describe(read_text_file(folder / "nowhere" / "at all").error()).find("no such file"), std::string::npos);
    EXPECT_NE(describe(read_text_file(folder).error()).find("expected a file"), std::string::npos);
    EXPECT_NE(describe(read_text_file(bytes).error()).find("UTF-8"), std::string::npos);
    EXPECT_NE(describe(read_text_file(bytes, 10).error()).find("larger than 10"), std::string::npos);
    std::filesystem::remove(bytes);
}

TEST(TextFile, HasNoByteOrderMark) {
    const auto path = std::filesystem::temp_directory_path() / ("hamer-marked-" + random_hex(8));
    std::ofstream(path) << "\xEF\xBB\xBF{\"a\": \"\xEF\xBB\xBF\"}";
    EXPECT_EQ(read_text_file(path).value(), "{\"a\": \"\xEF\xBB\xBF\"}") << "in it, it is somebody else's to judge";
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

TEST(PrivateFiles, OnADiskThatKnowsUsersANewFileIsItsOwnersAlone) {
    const auto folder = std::filesystem::temp_directory_path() / ("hamer-private-" + random_hex(8));
    std::filesystem::create_directory(folder);
    std::filesystem::permissions(folder, std::filesystem::perms::all);
    EXPECT_TRUE(new_files_are_private(folder));
    EXPECT_TRUE(std::filesystem::is_empty(folder)) << "what was tried is taken away";
    std::filesystem::remove(folder);
    EXPECT_TRUE(new_files_are_private(folder)) << "where none can be made";
}

}  // namespace
}  // namespace hamer
