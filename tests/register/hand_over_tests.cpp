#include "codec/record/record_json.h"
#include "register/scratch.h"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace hamer::test
