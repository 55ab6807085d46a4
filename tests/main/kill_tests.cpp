// The program is killed with signal 9 at any moment: what it acknowledged is there, and it goes on where it was.
#include "platform/system_files.h"
#include "program.h"
#include "register/register.h"
#include "service/store/session_folder.h"
#include "support/places.h"

#include <cstdlib>
#include <fmt/format.h>
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
    SystemFiles files;
    const auto ids = list_sessions(files, sessions_folder(folder.path(), false));
    return ids && ids->size() == 1 ? ids->front() : "";
}

std::uint64_t seq_in(const std::string& answer) {
    const std::size_t at = answer.find("\"seq\":");
    return answer.starts_with(R"({"ok":true)") && at != std::string::npos ? std::stoull(answer.substr(at + 6)) : 0;
}

// Of the real window another 60 are killed, or 240: tests/window/kill_test.py.
int kills() { return std::getenv("HAMER_TEST_LONG") ? 1760 : 440; }

// Talks until it is killed, `after` microseconds into one more line; gives the last number that was acknowledged.
std::uint64_t talk_and_kill(const Folder& folder, const std::string& session, unsigned acknowledgements,
                            unsigned after) {
    std::vector<std::string> arguments = {"walk", "--data", folder.path().string()};
    if (!session.empty()) arguments.insert(arguments.end(), {"--session", session});
    Conversation program(arguments);
    std::uint64_t acknowledged = 0;
    if (session.empty()) {
        program.say(R"({"do":"meeting.open"})");
        acknowledged = std::max(acknowledged, seq_in(program.hear()));
    }
    for (unsigned i = 0; i < acknowledgements; ++i) {
        program.say(round_of_steps[i % round_of_steps.size()]);
        acknowledged = std::max(acknowledged, seq_in(program.hear()));
    }
    // One more line, and the kill falls wherever that one happens to be.
    program.say(R"({"do":"note","with":{"text":"de laatste"}})");
    if (after > 0) usleep(after);
    program.kill9();
    return acknowledged;
}

std::string verified_without_hamer(const std::filesystem::path& folder) {
    const std::string command = std::string("/usr/bin/python3 '") + test::source_directory() +
                                "/docs/verify_journal.py' '" + folder.string() + "' 2>&1";
    std::string out;
    if (FILE* pipe = popen(command.c_str(), "r")) {
        char buffer[4096];
        while (const std::size_t got = fread(buffer, 1, sizeof buffer, pipe)) out.append(buffer, got);
        pclose(pipe);
    }
    return out;
}

TEST(Kill, NoAcknowledgedStepIsLostWhereverTheKillFalls) {
    constexpr unsigned seed = 20260312;
    constexpr int a_session = 10;  // kills
    std::mt19937 random(seed);
    SystemFiles files;
    int torn = 0;
    for (int session = 0; session < kills() / a_session; ++session) {
        const Folder folder;
        const auto parent = sessions_folder(folder.path(), false);
        std::string id;
        std::uint64_t acknowledged = 0;
        for (int kill = 0; kill < a_session; ++kill) {
            SCOPED_TRACE(fmt::format("seed {}, session {}, kill {}", seed, session, kill));
            const auto steps = static_cast<unsigned>(random() % 12);
            const auto after = static_cast<unsigned>(random() % 2 * (random() % 3000));
            acknowledged = std::max(acknowledged, talk_and_kill(folder, id, steps, after));
            id = only_session(folder);
            ASSERT_FALSE(id.empty());
            const auto stored = read_session(files, parent, id);
            ASSERT_TRUE(stored) << describe(stored.error());
            EXPECT_FALSE(stored->unreadable);
            ASSERT_GE(stored->session.entries().size(), acknowledged);
            const JournalState state = stored->journal.state();
            ASSERT_NE(state, JournalState::Damaged);
            torn += state == JournalState::Torn ? 1 : 0;
            const auto verify = test::run_program({"--data", folder.path().string(), "--lang", "en", "verify", id});
            EXPECT_EQ(verify.status, state == JournalState::Whole ? 0 : 1) << verify.out;
            EXPECT_EQ(verify.out.find("damaged"), std::string::npos) << verify.out;
        }
        // Opened once more: a torn end is mended, and a program that is not Hamer says so too.
        const auto again = test::run_program({"walk", "--data", folder.path().string(), "--session", id},
                                             R"({"do":"note","with":{"text":"verder"}})");
        EXPECT_EQ(again.status, 0) << again.out << again.err;
        EXPECT_EQ(test::run_program({"--data", folder.path().string(), "verify", id}).status, 0);
        const std::string other = verified_without_hamer(parent / id);
        EXPECT_NE(other.find(": whole, "), std::string::npos) << other;
        EXPECT_EQ(other.find("torn at"), std::string::npos) << other;
    }
    RecordProperty("torn", torn);
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
