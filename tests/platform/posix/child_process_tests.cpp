#include "platform/child_process.h"
#include "platform/process.h"

#include <filesystem>
#include <gtest/gtest.h>
#include <thread>

namespace hamer {
namespace {

using namespace std::chrono_literals;

int status_at_the_end(StartedProgram& program) {
    while (true) {
        if (const auto status = program.ended()) return *status;
        std::this_thread::yield();
    }
}

TEST(ChildProcess, GivesItsOutputAndItsStatus) {
    const auto done = run_child({"sh", "-c", "read nothing; printf 'één\\n'; exit 3"}, 1h);
    ASSERT_TRUE(done) << describe(done.error());
    EXPECT_EQ(done->output, "één\n");
    EXPECT_EQ(done->exit_status, 3);
    EXPECT_FALSE(done->stopped);
}

TEST(ChildProcess, NoShellReadsItsWords) {
    EXPECT_EQ(run_child({"printf", "%s", "$HOME; exit 1"}, 1h).value().output, "$HOME; exit 1");
}

TEST(ChildProcess, OneThatIsNotThereIsRefusedByName) {
    const auto done = run_child({"/nowhere/at/all"}, 1h);
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().kind, ErrorKind::Refused);
    EXPECT_EQ(done.error().where, "/nowhere/at/all");
    const auto started = start_program({"/nowhere/at/all"});
    ASSERT_FALSE(started);
    EXPECT_EQ(started.error().where, "/nowhere/at/all");
    EXPECT_EQ(started.error().problem, "No such file or directory");
}

TEST(ChildProcess, OneThatIsGivenUpEndsWithAllThatItStarted) {
    const auto done = run_child({"sh", "-c", "sleep 86400 & wait"}, 1h, [] { return true; });
    ASSERT_TRUE(done) << describe(done.error());
    EXPECT_TRUE(done->stopped);
    EXPECT_EQ(done->exit_status, 137);
}

TEST(ChildProcess, NoMoreThanItsFirstPartIsTakenOfOneThatWritesWithoutEnd) {
    const auto done = run_child({"cat", "/dev/zero"}, 1h);
    ASSERT_TRUE(done) << describe(done.error());
    EXPECT_LE(done->output.size(), (64u << 10) + 4096);
    EXPECT_EQ(done->exit_status, 128 + 13) << "it is ended by the pipe that nobody reads";
}

TEST(ChildProcess, HasTheSignalsAsUsualThatHamerDoesWithout) {
    let_writes_fail();
    // A shell that ignores SIGPIPE from its start cannot change that, and would say so by a failing write.
    EXPECT_EQ(run_child({"sh", "-c", "kill -PIPE $$; echo still"}, 1h).value().exit_status, 128 + 13);
    auto started = start_program({"sh", "-c", "kill -PIPE $$"}, {.streams = StartOptions::Streams::Nowhere});
    ASSERT_TRUE(started) << describe(started.error());
    EXPECT_EQ(status_at_the_end(*started), 128 + 13);
}

TEST(StartedProgramTest, HasTheEnvironmentThatIsAskedAndTellsItsEnd) {
    auto started = start_program({"sh", "-c", "test \"$HAMER_SEEN\" = 'a b' && test -n \"$PATH\" && exit 7"},
                                 {.streams = StartOptions::Streams::Nowhere, .environment = {{"HAMER_SEEN", "a b"}}});
    ASSERT_TRUE(started) << describe(started.error());
    EXPECT_EQ(status_at_the_end(*started), 7);
    EXPECT_EQ(started->ended(), 7) << "also when it is asked again";
}

TEST(StartedProgramTest, StartsInASessionOfItsOwn) {
    auto started = start_program({"sh", "-c", "test \"$(ps -o sid= -p $$ | tr -d ' ')\" = $$ && exit 5"},
                                 {.streams = StartOptions::Streams::Nowhere});
    ASSERT_TRUE(started) << describe(started.error());
    EXPECT_EQ(status_at_the_end(*started), 5);
}

TEST(ThisProgram, CanBeStartedByItsName) { EXPECT_TRUE(std::filesystem::exists(this_program())); }

}  // namespace
}  // namespace hamer
