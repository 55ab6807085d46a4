#include "platform/child_process.h"
#include "platform/user_folders.h"
#include "platform/windows/command_line.h"
#include "platform/windows/system.h"
#include "support/places.h"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <shellapi.h>
#include <thread>

namespace hamer {
namespace {

using namespace std::chrono_literals;

std::string child() { return (program_file().parent_path() / "test_child.exe").string(); }

int status_at_the_end(StartedProgram& program) {
    while (true) {
        if (const auto status = program.ended()) return *status;
        std::this_thread::yield();
    }
}

TEST(CommandLine, IsTakenApartIntoTheSameWords) {
    const std::vector<std::string> words{"program", "",    "a b",   R"(a"b)", R"(c:\folder\)", R"(\\")", R"(a\\b)",
                                         "%PATH%",  "één", "^&|<>", "a\tb",   R"("")",         R"( \ )"};
    int count = 0;
    wchar_t** const taken = ::CommandLineToArgvW(command_line_of(words).c_str(), &count);
    ASSERT_NE(taken, nullptr);
    std::vector<std::string> found;
    for (int i = 0; i < count; ++i) found.push_back(to_utf8(taken[i]));
    ::LocalFree(taken);
    EXPECT_EQ(found, words);
}

TEST(ChildProcess, GivesItsOutputAndItsStatus) {
    const auto done = run_child({child(), "say", "één", "a b", R"(x\)", ""}, 1h);
    ASSERT_TRUE(done) << describe(done.error());
    EXPECT_EQ(done->output, R"([één][a b][x\][])");
    EXPECT_EQ(done->exit_status, 3);
    EXPECT_FALSE(done->stopped);
}

TEST(ChildProcess, OneThatIsNotThereIsRefusedByName) {
    const auto done = run_child({R"(C:\nowhere\at\all)"}, 1h);
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().kind, ErrorKind::Refused);
    EXPECT_EQ(done.error().where, R"(C:\nowhere\at\all)");
    const auto started = start_program({"there-is-no-such-program"});
    ASSERT_FALSE(started);
    EXPECT_EQ(started.error().where, "there-is-no-such-program");
    EXPECT_EQ(started.error().problem, "No such file or directory");
}

TEST(ChildProcess, AProgramInTheWorkingFolderIsNoneOnThePath) {
    const auto name = program_file().parent_path() / "only-here.exe";
    std::filesystem::copy_file(child(), name, std::filesystem::copy_options::overwrite_existing);
    const auto former = std::filesystem::current_path();
    std::filesystem::current_path(name.parent_path());
    EXPECT_FALSE(run_child({"only-here", "say"}, 1h));
    EXPECT_TRUE(run_child({"./only-here", "say"}, 1h));
    std::filesystem::current_path(former);
    std::filesystem::remove(name);
}

TEST(ChildProcess, AScriptOfTheCommandPromptIsRefusedAsAShellWouldReadItsWords) {
    for (const char* name : {"backup.bat", R"(C:\tools\Stop.CMD)"}) {
        const auto done = run_child({name, "\"&calc&\""}, 1h);
        ASSERT_FALSE(done);
        EXPECT_NE(done.error().problem.find("script"), std::string::npos);
    }
}

TEST(ChildProcess, OneThatIsGivenUpEndsWithAllThatItStarted) {
    const auto folder = test::make_temporary_folder("hamer-child");
    DWORD number = 0;
    const auto done = run_child({child(), "start", (folder / "number").string()}, 1h, [&] {
        std::ifstream told(folder / "number");
        return static_cast<bool>(told >> number);
    });
    std::filesystem::remove_all(folder);
    ASSERT_TRUE(done) << describe(done.error());
    EXPECT_TRUE(done->stopped);
    EXPECT_EQ(done->exit_status, 137);
    const Handle other(::OpenProcess(SYNCHRONIZE, FALSE, number));
    EXPECT_TRUE(!other.valid() || ::WaitForSingleObject(other.get(), 10'000) == WAIT_OBJECT_0);
}

TEST(ChildProcess, NoMoreThanItsFirstPartIsTakenOfOneThatWritesWithoutEnd) {
    const auto done = run_child({child(), "write"}, 1h);
    ASSERT_TRUE(done) << describe(done.error());
    EXPECT_LE(done->output.size(), (64u << 10) + 4096);
    EXPECT_EQ(done->exit_status, 9) << "its write is refused";
}

TEST(StartedProgramTest, HasTheEnvironmentThatIsAskedAndTellsItsEnd) {
    auto started = start_program({child(), "seen"},
                                 {.streams = StartOptions::Streams::Nowhere, .environment = {{"HAMER_SEEN", "a b"}}});
    ASSERT_TRUE(started) << describe(started.error());
    EXPECT_EQ(status_at_the_end(*started), 7);
    EXPECT_EQ(started->ended(), 7) << "also when it is asked again";
}

TEST(StartedProgramTest, OneThatBreaksGivesTheStatusOfAShell) {
    auto started = start_program({child(), "break"}, {.streams = StartOptions::Streams::Nowhere});
    ASSERT_TRUE(started) << describe(started.error());
    EXPECT_EQ(status_at_the_end(*started), 128 + 11);
}

TEST(ThisProgram, CanBeStartedByItsName) { EXPECT_TRUE(std::filesystem::exists(this_program())); }

}  // namespace
}  // namespace hamer
