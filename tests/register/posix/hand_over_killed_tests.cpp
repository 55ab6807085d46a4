// Programs that hand over at once, and one that is killed in the middle of it.
#include "codec/record/record_json.h"
#include "register/scratch.h"

#include <csignal>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

namespace hamer::test {
namespace {

// Runs `work` in a child; gives its process id.
template <typename Work>
pid_t in_a_child(const Work& work) {
    const pid_t child = ::fork();
    if (child == 0) ::_exit(work());
    return child;
}

TEST(HandOver, TwoProgramsThatWriteAtOnceLoseNothing) {
    const Scratch scratch;
    constexpr int rounds = 25;
    const auto work = [&](const std::string& session) {
        auto store = Register::open(scratch.location());
        if (!store) return 1;
        for (int round = 1; round <= rounds; ++round) {
            const auto what = std::to_string(round);
            if (!store->hand_over(a_chain(session, static_cast<std::uint64_t>(round)), {a_record(session, 1, what)},
                                  now))
                return 2;
            if (!store->put(a_record("shared", 1, session + what), now)) return 3;
        }
        return 0;
    };
    // Neither finds a register there: both make it.
    const pid_t children[] = {in_a_child([&] { return work("a"); }), in_a_child([&] { return work("b"); })};
    for (const pid_t child : children) {
        int status = -1;
        ASSERT_EQ(::waitpid(child, &status, 0), child);
        EXPECT_EQ(status, 0);
    }
    Register store = scratch.open();
    EXPECT_EQ(read_record(store.show("a-1").value(), "row")->revision, rounds);
    EXPECT_EQ(read_record(store.show("b-1").value(), "row")->revision, rounds);
    EXPECT_EQ(read_record(store.show("shared-1").value(), "row")->revision, 2 * rounds);
}

// The child hands over round after round and tells of each that was accepted; it is killed in the middle of its work.
TEST(HandOver, KilledAtAnyMomentItLeavesAllOrNothing) {
    const Scratch scratch;
    (void)scratch.open();
    std::uint32_t handed_over = 0;
    for (int life = 0; life < 20; ++life) {
        int ends[2];
        ASSERT_EQ(::pipe(ends), 0);
        const pid_t child = in_a_child([&] {
            auto store = Register::open(scratch.location());
            if (!store) return 1;
            for (std::uint32_t round = handed_over + 1;; ++round) {
                const auto what = std::to_string(round);
                if (!store->hand_over(a_chain("s", round), {a_record("s", 1, what), a_record("s", 2, what)}, now))
                    return 2;
                if (::write(ends[1], &round, sizeof round) != sizeof round) return 3;
            }
        });
        ::close(ends[1]);
        std::uint32_t told = 0;
        const auto listen = [&] { return ::read(ends[0], &told, sizeof told) == sizeof told; };
        for (int i = 0; i <= life % 4; ++i) ASSERT_TRUE(listen());
        ASSERT_EQ(::kill(child, SIGKILL), 0);
        int status = 0;
        ASSERT_EQ(::waitpid(child, &status, 0), child);
        while (listen()) continue;
        ::close(ends[0]);

        Register store = scratch.open();
        ASSERT_TRUE(store.retry(now)) << "a server may still be at work on what the child asked; this waits for it";
        const auto mark = store.session_mark("s").value();
        ASSERT_TRUE(mark);
        ASSERT_GE(mark->seq, told) << "an accepted round was lost";
        ASSERT_LE(mark->seq, told + 1U);
        for (const char* id : {"s-1", "s-2"}) {
            const auto record = read_record(store.show(id).value(), "row");
            ASSERT_TRUE(record);
            EXPECT_EQ(record->what, std::to_string(mark->seq));
            EXPECT_EQ(static_cast<std::uint64_t>(record->revision), mark->seq);
        }
        handed_over = static_cast<std::uint32_t>(mark->seq);
    }
}

}  // namespace
}  // namespace hamer::test
