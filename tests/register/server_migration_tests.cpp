// A register on a server that an earlier Hamer made, with its data and its rules, is brought up to date in its place by
// its owner. The sample is what pg_dump wrote of one: a meeting's record with five revisions, an alderman's, a mayor's,
// and an erased one.
#include "register/register.h"
#include "register/server_user.h"
#include "support/places.h"

#include <fstream>
#include <gtest/gtest.h>
#include <iterator>

namespace hamer::test {
namespace {

constexpr const char* meeting = "20261128T183729Z-6fa86b25-1";
constexpr const char* alderman = "reported-20261128T183732Z-61a8";
constexpr const char* mayor = "reported-20261128T183734Z-3ed9";
constexpr const char* evening = "20260312T190000Z-aaaa0000";

// What version 3 had otherwise than this one: the last mark of each session alone, which went on with its journal.
constexpr const char* back_to_third_version =
    "DROP TABLE attachment;"
    "ALTER TABLE duty DROP COLUMN owner;"
    "ALTER TABLE session_mark DROP CONSTRAINT session_mark_pkey, DROP COLUMN signed_by, ADD PRIMARY KEY (session_id);"
    "CREATE OR REPLACE FUNCTION hamer_mark() RETURNS trigger LANGUAGE plpgsql AS $rule$ BEGIN"
    " IF NEW.session_id <> OLD.session_id OR NEW.seq < OLD.seq OR (NEW.seq = OLD.seq AND NEW.head <> OLD.head) THEN"
    "  RAISE EXCEPTION 'refused' USING ERRCODE = 'insufficient_privilege'; END IF;"
    " RETURN NEW; END $rule$;"
    "DROP TRIGGER hamer_mark ON session_mark;"
    "CREATE TRIGGER hamer_mark BEFORE UPDATE ON session_mark FOR EACH ROW EXECUTE FUNCTION hamer_mark();"
    "GRANT UPDATE (seq, head, handed_over_at) ON session_mark TO hamer_clerk, hamer_secretary, hamer_all;"
    "UPDATE hamer_schema SET version = 3;";

void load(const Scratch& scratch) {
    (void)Scratch().open();  // the roles are the server's, not the database's
    std::ifstream file(test::source_directory() + "/tests/register/samples/postgresql_v2.sql");
    scratch.sql({std::istreambuf_iterator<char>(file), {}});
    ASSERT_EQ(ask(scratch, "SELECT version FROM hamer_schema").value(), "2");
}

TEST(ServerMigration, TheOwnerBringsAnEarlierRegisterUpToDateAndNothingIsLost) {
    const Scratch scratch;
    if (scratch.is_file()) GTEST_SKIP() << "of a server only";
    ASSERT_NO_FATAL_FAILURE(load(scratch));
    const auto revisions = [&] { return ask(scratch, "SELECT t::text FROM record_revision t ORDER BY 1").rows; };
    const auto before = revisions();
    Register owner = scratch.open();
    EXPECT_EQ(ask(scratch, "SELECT version FROM hamer_schema").value(), "6");
    EXPECT_EQ(revisions(), before);
    EXPECT_EQ(owner.list()->size(), 3U);
    for (int revision = 1; revision <= 5; ++revision) EXPECT_TRUE(owner.record(meeting, revision));
    EXPECT_EQ(owner.search("haarlemmer")->size(), 1U);
    EXPECT_EQ(owner.accesses()->size(), 8U);
    EXPECT_EQ(owner.accesses(meeting)->front().who, "root") << "who it was said to be then";
    EXPECT_EQ(ask(scratch, "SELECT string_agg(DISTINCT reporting_line, ',') FROM access WHERE record_id = '" +
                               std::string(meeting) + "'")
                  .value(),
              "council");
    EXPECT_EQ(ask(scratch, "SELECT count(*) FROM pg_policies WHERE qual IS DISTINCT FROM with_check").value(), "0");
}

TEST(ServerMigration, TheRolesWorkOnWithWhatWasThere) {
    const Scratch scratch;
    if (scratch.is_file()) GTEST_SKIP() << "of a server only";
    ASSERT_NO_FATAL_FAILURE(load(scratch));
    (void)scratch.open();
    const ServerUser clerk(scratch, "hamer_clerk");
    const ServerUser secretary(scratch, "hamer_secretary");
    EXPECT_EQ(clerk.open().list()->size(), 2U);
    EXPECT_EQ(secretary.open().list()->size(), 2U);
    EXPECT_TRUE(clerk.open().save(meeting, 5, affecting(Office::CouncilMember), now));
    EXPECT_TRUE(secretary.open().save(alderman, 2, affecting(Office::Alderman), now));
    EXPECT_TRUE(secretary.open().erase_person(mayor, "p1", "x", now));
    EXPECT_TRUE(clerk.open().erase_record(mayor, "x", now));
    EXPECT_TRUE(clerk.open().put(a_record("20261129T190000Z-aaaa0000"), now)) << "and a new number";
}

TEST(ServerMigration, TheMarksOfTheThirdVersionStayAndNoRoleChangesThemAnyMore) {
    const Scratch scratch;
    if (scratch.is_file()) GTEST_SKIP() << "of a server only; of a file: migration_tests.cpp";
    ASSERT_TRUE(scratch.open().hand_over(a_chain(evening, 9), {a_record(evening)}, now));
    scratch.sql(back_to_third_version);
    const ServerUser clerk(scratch, "hamer_clerk");
    ASSERT_EQ(clerk.ask("UPDATE session_mark SET handed_over_at = 'x'").changed, 1) << "which version 3 allowed";
    EXPECT_NE(error_of(Register::open(clerk.location())).problem.find("version 3"), std::string::npos);
    Register owner = scratch.open();
    EXPECT_EQ(ask(scratch, "SELECT version FROM hamer_schema").value(), "6");
    const SessionMark of_revision{evening, 0, "f00d", {}};
    EXPECT_EQ(owner.marks(evening).value(), (std::vector{a_mark(evening, 9), of_revision}));
    EXPECT_EQ(
        ask(scratch, "SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = 'session_mark_pkey'").value(),
        "PRIMARY KEY (session_id, seq)");
    EXPECT_EQ(ask(scratch, "SELECT count(*) FROM pg_indexes WHERE indexname = 'erasure_by_record'").value(), "1");
    ASSERT_TRUE(clerk.open().hand_over(a_chain(evening, 12), {a_record(evening)}, now));
    for (const char* statement : {"UPDATE session_mark SET handed_over_at = 'y'", "UPDATE session_mark SET seq = 99",
                                  "DELETE FROM session_mark", "TRUNCATE session_mark"}) {
        EXPECT_EQ(clerk.ask(statement).state, "42501") << statement;
    }
    for (const char* statement : {"UPDATE session_mark SET seq = 99", "DELETE FROM session_mark"})
        EXPECT_EQ(ask(scratch, statement).state, "42501") << "nor the owner by mistake: " << statement;
    EXPECT_EQ(owner.marks(evening).value(), (std::vector{a_mark(evening, 9), a_mark(evening, 12), of_revision}));
}

TEST(ServerMigration, WhoIsNotTheOwnerIsToldWhatToDo) {
    const Scratch scratch;
    if (scratch.is_file()) GTEST_SKIP() << "of a server only";
    ASSERT_NO_FATAL_FAILURE(load(scratch));
    const ServerUser clerk(scratch, "hamer_clerk");
    const Error early = error_of(Register::open(clerk.location()));
    EXPECT_NE(early.problem.find("version 2"), std::string::npos) << describe(early);
    EXPECT_NE(early.advice.find("hamer record list"), std::string::npos) << describe(early);
    const std::string owner = ask(scratch, "SELECT current_user").value();
    EXPECT_NE(describe(early).find(owner), std::string::npos) << describe(early);
    EXPECT_EQ(ask(scratch, "SELECT version FROM hamer_schema").value(), "2") << "nothing was done by halves";
}

TEST(ServerMigration, WhereThereIsNoRegisterWhoMayMakeNoneIsToldWhatToDo) {
    const Scratch scratch;
    if (scratch.is_file()) GTEST_SKIP() << "of a server only";
    (void)Scratch().open();
    const ServerUser clerk(scratch, "hamer_clerk");
    const Error error = error_of(Register::open(clerk.location()));
    EXPECT_NE(error.problem.find("no register here"), std::string::npos) << describe(error);
    EXPECT_NE(error.advice.find("hamer_clerk"), std::string::npos) << describe(error);
}

TEST(ServerMigration, ARegisterOfTheFifthVersionTakesAttachmentsUnderItsRules) {
    const Scratch scratch;
    if (scratch.is_file()) GTEST_SKIP() << "of a server only";
    ASSERT_TRUE(scratch.open().put(a_record("s"), now));
    scratch.sql("DROP TABLE attachment; UPDATE hamer_schema SET version = 5;");
    (void)scratch.open();
    const ServerUser user(scratch, "hamer_clerk"), other(scratch, "hamer_secretary");
    Register clerk = user.open();
    ASSERT_TRUE(clerk.attach("s-1", {.name = "a.png", .type = "image/png", .at = now}, "bytes", now));
    EXPECT_EQ(other.ask("SELECT count(*) FROM attachment").value(), "0");
    EXPECT_NE(user.ask("DELETE FROM attachment").state, "");
}

}  // namespace
}  // namespace hamer::test
