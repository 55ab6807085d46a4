// Names that Windows would take for something else, and paths of UTF-8.
#include "journal/durable.h"
#include "platform/system_files.h"
#include "platform/windows/names.h"
#include "platform/windows/system.h"
#include "support.h"

#include <fstream>
#include <gtest/gtest.h>

namespace hamer {
namespace {

TEST(SystemName, OneThatIsADeviceOrThatWindowsChangesIsRefusedInWords) {
    for (const char* name : {"NUL",          "nul.txt",     "CON",         "aux.json",        "PRN .pdf", "COM1",
                             "com9.log",     "LPT\u00B2",   "CONOUT$",     "folder/NUL/file", "point.",   "space ",
                             "folder./file", "file:stream", "file::$DATA", "ques?tion",       "st*r",     "a|b",
                             "q\"",          "a\tb",        R"(\\.\C:)",   R"(\\.\pipe\x)"}) {
        const auto refused = system_name(name);
        ASSERT_FALSE(refused) << name;
        EXPECT_EQ(refused.error().kind, ErrorKind::Storage);
        EXPECT_FALSE(refused.error().dutch.empty()) << name;
    }
    for (const char* name : {"nulls", "console", "COM", "COM10", "a.b", "..", ".", "../up", R"(C:\x\y)", "com",
                             R"(\\server\share\x)", ".hidden", "2026-03-12T20.14"}) {
        EXPECT_TRUE(system_name(name)) << name;
    }
}

TEST(SystemName, IsWholeAndMayBeLong) {
    EXPECT_EQ(system_name("C:/folder/../x").value(), LR"(\\?\C:\x)");
    EXPECT_EQ(system_name(R"(\\server\share\x)").value(), LR"(\\?\UNC\server\share\x)");
    EXPECT_EQ(shown_name(system_name(R"(\\server\share\x)").value()), R"(\\server\share\x)");
    TemporaryFolder temporary;
    SystemFiles files;
    auto folder = temporary.path();
    for (int i = 0; i < 12; ++i) folder /= std::string(40, static_cast<char>('a' + i));
    ASSERT_TRUE(files.make_folder(folder));
    ASSERT_TRUE(write_new_file(files, folder / "journal", "x"));
    EXPECT_EQ(files.read(folder / "journal").value(), "x");
    EXPECT_EQ(files.list(folder).value(), std::vector<std::string>{"journal"});
    EXPECT_TRUE(files.remove(folder / "journal"));
    for (; folder != temporary.path(); folder = folder.parent_path()) EXPECT_TRUE(files.remove(folder)) << folder;
}

TEST(Paths, AreUtf8BothWays) {
    const std::string name = "Renée – 日本 – \U0001F528";
    EXPECT_EQ(std::filesystem::path(name).string(), name);
    EXPECT_EQ(std::filesystem::path(name).native(), to_wide(name));
    EXPECT_EQ(std::filesystem::path("\xFF"
                                    "a")
                  .native(),
              L"\uFFFDa")
        << "and no exception";
    EXPECT_EQ(std::filesystem::path("a\xE2\x82").native().substr(0, 2), L"a\uFFFD");
    TemporaryFolder temporary;
    SystemFiles files;
    ASSERT_TRUE(files.make_folder(temporary.path() / name));
    std::ofstream(temporary.path() / name / "één") << "x";
    EXPECT_EQ(files.list(temporary.path()).value(), std::vector<std::string>{name});
    EXPECT_EQ(files.read(temporary.path() / name / "één").value(), "x");
}

TEST(SystemFilesTest, ADeviceIsNeverWrittenTo) {
    TemporaryFolder temporary;
    SystemFiles files;
    EXPECT_FALSE(files.create(temporary.path() / "NUL"));
    EXPECT_FALSE(files.open_to_append(temporary.path() / "CON"));
    EXPECT_FALSE(files.create(temporary.path() / "journal:hidden"));
    EXPECT_TRUE(std::filesystem::is_empty(temporary.path()));
}

}  // namespace
}  // namespace hamer
