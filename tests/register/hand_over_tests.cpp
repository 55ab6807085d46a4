#include "codec/record/record_json.h"
#include "register/scratch.h"

#include <csignal>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

namespace hamer::test {
namespace {

TEST(HandOver, RecordsAndMarkAreStoredTogether) {
    const Scratch scratch;
    {
        Register store = scratch.open();
        const auto stored = store.hand_over(a_chain("s", 9), {a_record("s", 1), a_record("s", 2)}, now);
        ASSERT_TRUE(stored);
        EXPECT_EQ(stored->at(1).id, "s-2");
    }
    Register again = scratch.open();
    EXPECT_EQ(again.list()->size(), 2U);
    EXPECT_EQ(again.session_mark("s").value(), a_mark("s", 9));
}

TEST(HandOver, ASessionWithoutIncidentsLeavesAMark) {
    const Scratch scratch;
    Register store = scratch.open();
    ASSERT_TRUE(store.hand_over(a_chain("s", 4), {}, now));
    EXPECT_EQ(store.session_mark("s").value(), a_mark("s", 4));
    EXPECT_FALSE(store.session_mark("t")->has_value());
}

TEST(HandOver, DoneTwiceItChangesNothing) {
    const Scratch scratch;
    Register store = scratch.open();
    ASSERT_TRUE(store.hand_over(a_chain("s", 9), {a_record("s")}, now));
    const auto again = store.hand_over(a_chain("s", 9), {a_record("s")}, now);
    ASSERT_TRUE(again);
    EXPECT_FALSE(again->at(0).is_new);
    EXPECT_EQ(again->at(0).revision, 1);
}

TEST(HandOver, ARecordThatIsNoIncidentAnyMoreIsWithdrawn) {
    const Scratch scratch;
    Register store = scratch.open();
    ASSERT_TRUE(store.hand_over(a_chain("s", 9), {a_record("s", 1), a_record("s", 2)}, now));
    ASSERT_TRUE(store.put(a_record("other"), now));
    ASSERT_TRUE(store.hand_over(a_chain("s", 11), {a_record("s", 1)}, now));
    const auto record = read_record(store.show("s-2").value(), "row");
    EXPECT_TRUE(record->withdrawn);
    EXPECT_EQ(record->revision, 2);
    EXPECT_FALSE(read_record(store.show("s-2", 1).value(), "row")->withdrawn);
    const auto all = store.list();
    for (const RecordSummary& one : *all) EXPECT_EQ(one.status == IncidentStatus::Withdrawn, one.id == "s-2");
    ASSERT_TRUE(store.hand_over(a_chain("s", 12), {a_record("s", 1)}, now));
    EXPECT_EQ(read_record(store.show("s-2").value(), "row")->revision, 2) << "withdrawn once";
    ASSERT_TRUE(store.hand_over(a_chain("s", 14), {a_record("s", 1), a_record("s", 2)}, now));
    EXPECT_FALSE(read_record(store.show("s-2").value(), "row")->withdrawn) << "and back again";
}

TEST(HandOver, AJournalThatLostOrChangedEntriesIsRefused) {
    const Scratch scratch;
    Register store = scratch.open();
    ASSERT_TRUE(store.hand_over(a_chain("s", 9), {a_record("s")}, now));
    const Error shorter = error_of(store.hand_over(a_chain("s", 8), {a_record("s", 1, "minder")}, now));
    EXPECT_EQ(shorter.kind, ErrorKind::Refused);
    expect_names(shorter, scratch.shown());
    SessionChain other = a_chain("s", 9);
    other.hashes[9] = "another";
    EXPECT_EQ(error_of(store.hand_over(other, {a_record("s", 1, "anders")}, now)).kind, ErrorKind::Refused);
    EXPECT_EQ(store.session_mark("s").value(), a_mark("s", 9));
    EXPECT_EQ(read_record(store.show("s-1").value(), "row")->what, "leuzen");
}

TEST(HandOver, AJournalMustPassThroughEveryMarkAndNotOnlyTheLast) {
    const Scratch scratch;
    Register store = scratch.open();
    ASSERT_TRUE(store.hand_over(a_chain("s", 4), {a_record("s")}, now));
    ASSERT_TRUE(store.hand_over(a_chain("s", 9), {a_record("s")}, now));
    // Chains that no journal has: each hash vouches for those before it. But none may get past the first mark.
    for (const std::size_t changed : {4U, 9U}) {
        SessionChain longer = a_chain("s", 12);
        longer.hashes[changed] = std::string(64, 'e');
        const Error refused = error_of(store.hand_over(longer, {a_record("s", 1, "anders")}, now));
        EXPECT_EQ(refused.kind, ErrorKind::Refused);
        EXPECT_NE(refused.problem.find(longer.hashes[changed]), std::string::npos) << refused.problem;
        EXPECT_NE(refused.problem.find(a_mark("s", changed).head), std::string::npos) << refused.problem;
    }
    EXPECT_EQ(read_record(store.show("s-1").value(), "row")->what, "leuzen");
    EXPECT_TRUE(store.hand_over(a_chain("s", 12), {a_record("s")}, now)) << "the true one goes on";
}

TEST(HandOver, EachLeavesAMarkThatNobodyChangesOrDeletes) {
    const Scratch scratch;
    Register store = scratch.open();
    for (const std::uint64_t seq : {4U, 9U, 9U, 12U})
        ASSERT_TRUE(store.hand_over(a_chain("s", seq), {}, now, seq == 12 ? "k" : ""));
    SessionMark signed_one = a_mark("s", 12);
    signed_one.key = "k";
    EXPECT_EQ(store.marks("s").value(), (std::vector{a_mark("s", 4), a_mark("s", 9), signed_one}));
    if (!scratch.is_file()) return;  // there the roles have no right to it: roles_tests.cpp
    EXPECT_NE(scratch.try_sql("UPDATE session_mark SET head = 'x'"), "");
    EXPECT_NE(scratch.try_sql("DELETE FROM session_mark"), "");
    EXPECT_EQ(store.marks("s")->size(), 3U);
}

TEST(HandOver, TheHeadsInRevisionsAreMarksToo) {
    const Scratch scratch;
    Register store = scratch.open();
    ASSERT_TRUE(store.hand_over(a_chain("s", 4), {a_record("s")}, now));
    EXPECT_EQ(store.marks("s").value(), (std::vector{a_mark("s", 4), SessionMark{"s", 0, "f00d", {}}}));
}

TEST(HandOver, ARecordOfAnotherSessionStopsAllOfIt) {
    const Scratch scratch;
    Register store = scratch.open();
    EXPECT_FALSE(store.hand_over(a_chain("s", 9), {a_record("s"), a_record("t")}, now));
    EXPECT_TRUE(store.list()->empty());
    EXPECT_FALSE(store.session_mark("s")->has_value());
}

TEST(HandOver, AnErrorHalfwayLeavesNothing) {
    const Scratch scratch;
    Register store = scratch.open();
    if (scratch.is_file()) {
        scratch.sql(
            "CREATE TRIGGER stop BEFORE INSERT ON record_revision WHEN NEW.record_id = 's-2'"
            " BEGIN SELECT RAISE(ABORT, 'the test says stop'); END");
    } else {
        scratch.sql(
            "CREATE FUNCTION stop() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'the test says stop'; END $$;"
            "CREATE TRIGGER stop BEFORE INSERT ON record_revision FOR EACH ROW WHEN (NEW.record_id = 's-2')"
            " EXECUTE FUNCTION stop()");
    }
    const Error error = error_of(store.hand_over(a_chain("s", 9), {a_record("s", 1), a_record("s", 2)}, now));
    expect_names(error, scratch.shown());
    EXPECT_EQ(error.problem.find("leuzen"), std::string::npos) << "an error quotes no record";
    EXPECT_TRUE(store.list()->empty());
    EXPECT_FALSE(store.session_mark("s")->has_value());
    scratch.sql(scratch.is_file() ? "DROP TRIGGER stop" : "DROP TRIGGER stop ON record_revision");
    EXPECT_TRUE(store.hand_over(a_chain("s", 9), {a_record("s", 1), a_record("s", 2)}, now)) << "and it goes on";
}

TEST(HandOver, TwoOpenRegistersSeeEachOthersWork) {
    const Scratch scratch;
    Register one = scratch.open();
    Register other = scratch.open();
    ASSERT_TRUE(one.hand_over(a_chain("s", 9), {a_record("s")}, now));
    EXPECT_EQ(other.put(a_record("s"), now)->is_new, false);
    EXPECT_EQ(other.put(a_record("s", 1, "meer"), now)->revision, 2);
    EXPECT_EQ(one.put(a_record("s", 1, "nog meer"), now)->revision, 3);
    EXPECT_EQ(other.session_mark("s").value(), a_mark("s", 9));
}

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
