// On the real disk: the lock, and what fails.
#include "journal/durable.h"
#include "platform/system_files.h"
#include "support.h"

#include <gtest/gtest.h>

namespace hamer {
namespace {

TEST(SystemFilesTest, ASecondWriterIsRefusedUntilTheFirstLetsGo) {
    TemporaryFolder folder;
    SystemFiles files;
    {
        const auto first = lock_folder(files, folder.path());
        ASSERT_TRUE(first);
        const auto second = lock_folder(files, folder.path());
        ASSERT_FALSE(second);
        EXPECT_EQ(second.error().kind, ErrorKind::Refused);
        EXPECT_NE(describe(second.error()).find("another Hamer has it open"), std::string::npos);
        EXPECT_NE(describe(second.error()).find(folder.path().string()), std::string::npos);
    }
    EXPECT_TRUE(lock_folder(files, folder.path()));
}

TEST(SystemFilesTest, ANewFileNeverTakesThePlaceOfAnother) {
    TemporaryFolder folder;
    SystemFiles files;
    ASSERT_TRUE(write_new_file(files, folder.path() / "a", "first"));
    EXPECT_FALSE(write_new_file(files, folder.path() / "a", "second"));
    EXPECT_EQ(*files.read(folder.path() / "a").value(), "first");
}

TEST(SystemFilesTest, WritingAgainChangesNothingAndIsRefusedWhereOtherBytesStand) {
    TemporaryFolder folder;
    SystemFiles files;
    const auto file = folder.path() / "file";
    ASSERT_TRUE(write_new_file(files, file, "een twee drie"));
    EXPECT_TRUE(files.write_again(file, 4, "twee"));
    EXPECT_FALSE(files.write_again(file, 4, "vier"));
    EXPECT_FALSE(files.write_again(file, 9, "drie en meer"));
    EXPECT_FALSE(files.write_again(folder.path() / "missing", 0, "een"));
    EXPECT_EQ(*files.read(file).value(), "een twee drie");
}

TEST(SystemFilesTest, FailuresNameTheFileAndSayWhatToDo) {
    TemporaryFolder folder;
    SystemFiles files;
    ASSERT_TRUE(write_new_file(files, folder.path() / "file", "x"));
    ASSERT_TRUE(files.make_folder(folder.path() / "journal"));
    const auto expect_clear = [&](const auto& result, const std::string& name) {
        ASSERT_FALSE(result) << name;
        EXPECT_EQ(result.error().kind, ErrorKind::Storage) << name;
        EXPECT_NE(result.error().where.find(name), std::string::npos) << result.error().where;
        EXPECT_FALSE(result.error().problem.empty());
        EXPECT_FALSE(result.error().advice.empty());
    };
    expect_clear(read_session_journal(files, folder.path() / "missing"), "missing");
    expect_clear(read_session_journal(files, folder.path() / "file"), "file");
    expect_clear(read_session_journal(files, folder.path()), "journal");
    expect_clear(files.make_folder(folder.path() / "file" / "below"), "file");
    expect_clear(files.make_folder(folder.path() / "file"), "file");
    expect_clear(files.open_to_append(folder.path() / "missing"), "missing");
    expect_clear(files.read(folder.path() / "journal"), "journal");
    expect_clear(files.rename(folder.path() / "missing", folder.path() / "to"), "to");
    expect_clear(files.remove(folder.path() / "missing"), "missing");
    expect_clear(files.sync_folder(folder.path() / "missing"), "missing");
    expect_clear(lock_folder(files, folder.path() / "missing"), "missing");
}

}  // namespace
}  // namespace hamer
