// While Hamer writes in a file nobody else changes it, moves it or takes it away; and what is killed is let go.
#include "journal/durable.h"
#include "journal/line_file.h"
#include "platform/system_files.h"
#include "platform/windows/names.h"
#include "platform/windows/windows_file.h"
#include "support.h"

#include <fstream>
#include <functional>
#include <gtest/gtest.h>
#include <thread>

namespace hamer {
namespace {

TEST(OpenFile, IsChangedMovedOrRemovedByNobodyElse) {
    const auto away = [](const std::filesystem::path& path) {
        return ::MoveFileExW(path.c_str(), (path.native() + L".away").c_str(), MOVEFILE_REPLACE_EXISTING) != 0;
    };
    const std::vector<std::function<bool(const std::filesystem::path&)>> deeds = {
        [](const auto& path) { return ::DeleteFileW(path.c_str()) != 0; },
        [&](const auto& path) { return away(path); },
        [](const auto& path) {
            std::error_code code;
            std::filesystem::resize_file(path, 3, code);
            return !code;
        },
        [](const auto& path) { return static_cast<bool>(std::ofstream(path, std::ios::app) << "x" << std::flush); },
    };
    TemporaryFolder temporary;
    SystemFiles files;
    const auto session = temporary.path() / "s";
    ASSERT_TRUE(files.make_folder(session));
    auto opened = open_session(files, session);
    ASSERT_TRUE(opened && opened->writer.append("een"));
    for (std::size_t i = 0; i < deeds.size(); ++i) {
        EXPECT_FALSE(deeds[i](session / "journal")) << i;
        EXPECT_TRUE(opened->writer.append("twee")) << i;
    }
    EXPECT_EQ(read_session_journal(files, session).value().records.size(), 1 + deeds.size()) << "it can be read";
}

TEST(OpenFile, WhoRenamesItsFolderIsRefusedOrSeen) {
    // Windows refuses it; Wine does not.
    TemporaryFolder temporary;
    SystemFiles files;
    const auto session = temporary.path() / "s";
    ASSERT_TRUE(files.make_folder(session));
    auto opened = open_session(files, session);
    ASSERT_TRUE(opened && opened->writer.append("een"));
    const bool moved = ::MoveFileExW(session.c_str(), (temporary.path() / "away").c_str(), 0) != 0;
    EXPECT_EQ(opened->writer.append("twee").has_value(), !moved);
    EXPECT_EQ(opened->writer.lost(), moved);
}

TEST(OpenFile, SaysWhenItsNameLeadsElsewhere) {
    // As on a disk that lets others do what this one refuses them.
    TemporaryFolder temporary;
    SystemFiles files;
    for (const char* name : {"mine", "another"}) ASSERT_TRUE(write_new_file(files, temporary.path() / name, "x"));
    const auto opened = [&](const char* name, const char* shown) {
        Handle open = open_patiently(system_name(temporary.path() / name).value(), {.access = GENERIC_READ});
        const Seen seen = look_at(open.get());
        return WindowsFile(temporary.path() / shown, system_name(temporary.path() / shown).value(), seen,
                           std::move(open));
    };
    EXPECT_TRUE(opened("mine", "mine").check_name());
    const Status replaced = opened("mine", "another").check_name();
    ASSERT_FALSE(replaced);
    EXPECT_NE(replaced.error().problem.find("replaced"), std::string::npos);
    const Status gone = opened("mine", "nothing").check_name();
    ASSERT_FALSE(gone);
    EXPECT_NE(gone.error().problem.find("moved or removed"), std::string::npos);
    auto longer = opened("mine", "mine");
    std::ofstream(temporary.path() / "mine", std::ios::app) << "y";
    EXPECT_FALSE(longer.check_name());
}

TEST(OpenFile, CanBeReplacedAndRemovedOnceItIsClosed) {
    TemporaryFolder temporary;
    SystemFiles files;
    ASSERT_TRUE(write_new_file(files, temporary.path() / "a", "1"));
    ASSERT_TRUE(replace_file(files, temporary.path() / "a", "2"));
    EXPECT_EQ(files.read(temporary.path() / "a").value(), "2");
    ASSERT_TRUE(files.make_folder(temporary.path() / "folder"));
    EXPECT_TRUE(files.remove(temporary.path() / "folder"));
    EXPECT_TRUE(files.remove(temporary.path() / "a"));
    EXPECT_EQ(files.look(temporary.path() / "a").value(), std::nullopt);
}

TEST(OpenFile, WaitsForAProgramThatHasItForAMoment) {
    TemporaryFolder temporary;
    SystemFiles files;
    ASSERT_TRUE(write_new_file(files, temporary.path() / "a", "x"));
    const std::wstring name = system_name(temporary.path() / "a").value();
    Handle scanner(::CreateFileW(name.c_str(), GENERIC_READ, 0, nullptr, OPEN_EXISTING, 0, nullptr));
    ASSERT_TRUE(scanner.valid());
    const auto refused = files.open_to_append(temporary.path() / "a");
    ASSERT_FALSE(refused) << "it did not let go";
    EXPECT_EQ(refused.error().trouble, Trouble::InUse);
    std::jthread lets_go([&] { scanner.close(); });
    EXPECT_TRUE(files.open_to_append(temporary.path() / "a"));
}

TEST(OpenFile, StateTellsAnotherFileOfTheSameName) {
    TemporaryFolder temporary;
    SystemFiles files;
    ASSERT_TRUE(write_new_file(files, temporary.path() / "a", "1"));
    const auto before = files.look(temporary.path() / "a").value();
    EXPECT_EQ(files.look(temporary.path() / "a").value(), before);
    ASSERT_TRUE(replace_file(files, temporary.path() / "a", "2"));
    EXPECT_NE(files.look(temporary.path() / "a").value(), before);
}

}  // namespace
}  // namespace hamer
