// The program is killed with signal 9 at any moment: what it acknowledged is there, and it goes on where it was.
#include "desk/session_folder.h"
#include "journal/posix_file.h"
#include "program.h"
#include "register/register.h"

#include <gtest/gtest.h>
#include <random>
#include <unistd.h>

namespace hamer {
namespace {

using test::Conversation;
using test::Folder;

// Steps that can be said over and over, with notes and an undo among them.
const std::vector<std::string> round_of_steps = {R"({"do":"disturbance.report"})",
                                                 R"({"do":"meeting.suspend"})",
                                                 R"({"do":"note","with":{"text":"naam: Jansen"}})",
                                                 R"({"do":"address.b"})",
                                                 R"({"do":"request.speak","with":{"speaker":"chair"}})",
                                                 R"({"do":"undo"})",
                                                 R"({"do":"disturbance.end"})",
                                                 R"({"do":"meeting.resume"})"};

std::string only_session(const Folder& folder) {
    PosixFileSystem files;
    const auto ids = list_sessions(files, sessions_folder(folder.path(), false));
    return ids && ids->size() == 1 ? ids->front() : "";
}

std::uint64_t seq_in(const std::string& answer) {
    const std::size_t at = answer.find("\"seq\":");
    return answer.starts_with(R"({"ok":true)") && at != std::string::npos ? std::stoull(answer.substr(at + 6)) : 0;
}

// Talks until it is killed; gives the last number that was acknowledged.
std::uint64_t talk_and_kill(const Folder& folder, const std::string& session, int acknowledgements, bool mid_answer) {
    std::vector<std::string> arguments = {"walk", "--data", folder.path().string()};
    if (!session.empty()) arguments.insert(arguments.end(), {"--session", session});
    Conversation program(arguments);
    std::uint64_t acknowledged = 0;
    if (session.empty()) {
        program.say(R"({"do":"meeting.open"})");
        acknowledged = std::max(acknowledged, seq_in(program.hear()));
    }
    for (int i = 0; i < acknowledgements; ++i) {
        program.say(round_of_steps[static_cast<std::size_t>(i) % round_of_steps.size()]);
        acknowledged = std::max(acknowledged, seq_in(program.hear()));
    }
    // One more line, and the kill falls wherever that one happens to be.
    program.say(R"({"do":"note","with":{"text":"de laatste"}})");
    if (mid_answer) usleep(0);
    program.kill9();
    return acknowledged;
}

TEST(Kill, NoAcknowledgedStepIsLostInTwoHundredKills) {
    std::mt19937 random(20260312);
    PosixFileSystem files;
    for (int session = 0; session < 20; ++session) {
        const Folder folder;
        std::string id;
        std::uint64_t acknowledged = 0;
        for (int kill = 0; kill < 10; ++kill) {
            const int steps = static_cast<int>(random() % 12);
            acknowledged = std::max(acknowledged, talk_and_kill(folder, id, steps, kill % 2 == 0));
            id = only_session(folder);
            ASSERT_FALSE(id.empty());
            const auto stored = read_session(files, sessions_folder(folder.path(), false), id);
            ASSERT_TRUE(stored) << describe(stored.error());
            EXPECT_FALSE(stored->unreadable);
            EXPECT_NE(stored->journal.state(), JournalState::Damaged);
            ASSERT_GE(stored->session.entries().size(), acknowledged) << "session " << session << ", kill " << kill;
        }
    }
}

TEST(Kill, AClosedMeetingReachesTheRegisterOnceWhereverTheKillFalls) {
    std::mt19937 random(7);
    for (int round = 0; round < 20; ++round) {
        const Folder folder;
        {
            Conversation program({"walk", "--data", folder.path().string()});
            for (const char* line :
                 {R"({"do":"meeting.open"})", R"({"do":"disturbance.report"})", R"({"do":"disturbance.end"})"}) {
                program.say(line);
                ASSERT_TRUE(program.hear().starts_with(R"({"ok":true)"));
            }
            program.say(R"({"do":"meeting.close"})");
            usleep(static_cast<useconds_t>(random() % 12'000));
            program.kill9();
        }
        // The next start of any command that opens the register brings it up to date.
        const std::string id = only_session(folder);
        const auto again =
            test::run_program({"walk", "--data", folder.path().string(), "--session", id}, R"({"do":"meeting.close"})");
        EXPECT_NE(again.status, -1);
        const auto list = test::run_program({"--data", folder.path().string(), "record", "list"});
        EXPECT_EQ(list.status, 0) << list.err;
        std::size_t count = 0;
        for (std::size_t at = list.out.find(id); at != std::string::npos; at = list.out.find(id, at + 1)) ++count;
        EXPECT_EQ(count, 1u) << list.out;
    }
}

}  // namespace
}  // namespace hamer
