// What somebody with a role's password and psql can try on the other line's records, and on the past of its own.
#include "register/register.h"
#include "register/server_user.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace hamer::test {
namespace {

constexpr const char* denied = "42501";

// An alderman's record that the clerk does not see, and a meeting's that the secretary does not.
struct Attack : testing::Test {
    void SetUp() override {
        if (scratch.is_file()) GTEST_SKIP() << "of a server only";
        Register owner = scratch.open({"folder"});
        IncidentRecord street = reported(college);
        street.dossier = affecting(Office::Alderman);
        ASSERT_TRUE(owner.put(street, now));
        ASSERT_TRUE(owner.hand_over(a_chain(session, 9), {a_record(session)}, now));
        clerk = std::make_unique<ServerUser>(scratch, "hamer_clerk");
        secretary = std::make_unique<ServerUser>(scratch, "hamer_secretary");
        before = everything();
    }
    void TearDown() override {
        clerk.reset();
        secretary.reset();
    }
    [[nodiscard]] std::string everything() const {
        std::string text;
        for (const char* table : {"record", "record_revision", "duty", "delivery", "record_search", "session_mark",
                                  "access", "erasure", "attachment"}) {
            for (const auto& row : ask(scratch, fmt::format("SELECT t::text FROM {} t ORDER BY 1", table)).rows) {
                text += row[0] + "\n";
            }
        }
        return text;
    }
    static void expect_denied(const Answer& answer, const std::string& what) {
        EXPECT_EQ(answer.state, denied) << what << ": " << answer.message;
    }

    Scratch scratch{};
    std::string college = reported_id(0xc0);
    std::string session = "20260312T190000Z-aaaa0000";
    std::string council = session + "-1";
    std::unique_ptr<ServerUser> clerk{}, secretary{};
    std::string before{};
};

std::string revision_into(const std::string& id, int revision) {
    return fmt::format("INSERT INTO record_revision VALUES ('{}', {}, '', '', '', '', '{{}}')", id, revision);
}

TEST_F(Attack, ForgingRowsIntoTheOtherLinesRecordIsRefusedAsIfTheRecordWereNotThere) {
    const std::string nowhere = reported_id(0xdd);
    for (const auto& [user, hidden] : {std::pair(clerk.get(), college), {secretary.get(), council}}) {
        const auto rows = [](const std::string& id) {
            return std::vector<std::string>{
                revision_into(id, 1),
                revision_into(id, 2),
                revision_into(id, 7),
                fmt::format("INSERT INTO delivery VALUES ('{}', 7, 'folder', 'waiting', 0, 0, '')", id),
                fmt::format("INSERT INTO duty VALUES ('{}', 'first-talk', 'p9', '', '', 0, 0, NULL, '')", id),
                fmt::format("INSERT INTO attachment VALUES ('{}', 'b1', '', '')", id),
                fmt::format("INSERT INTO access VALUES ('', 0, 'vera', 'open', '{}')", id),
                fmt::format("INSERT INTO erasure VALUES ('', 'vera', '{}', '', '')", id),
                fmt::format("INSERT INTO erasure VALUES ('', 'vera', '{}', 'p1', '')", id)};
        };
        for (std::size_t i = 0; i < rows(hidden).size(); ++i) {
            const Answer of_hidden = user->ask(rows(hidden)[i]);
            const Answer of_missing = user->ask(rows(nowhere)[i]);
            expect_denied(of_hidden, rows(hidden)[i]);
            EXPECT_EQ(of_hidden.state + of_hidden.message, of_missing.state + of_missing.message) << rows(hidden)[i];
        }
        for (const char* move : {"UPDATE record_revision SET record_id = '{}'", "UPDATE delivery SET record_id = '{}'",
                                 "UPDATE duty SET record_id = '{}'", "UPDATE access SET record_id = '{}'"}) {
            expect_denied(user->ask(fmt::format(fmt::runtime(move), hidden)), move);
        }
    }
    EXPECT_EQ(everything(), before);
}

TEST_F(Attack, ProbingByConflictsTellsNotWhichIdsThereAre) {
    const auto same = [](const ServerUser& user, const std::string& statement, const std::string& hidden,
                         const std::string& missing) {
        const Answer one = user.ask(fmt::format(fmt::runtime(statement), hidden));
        const Answer other = user.ask(fmt::format(fmt::runtime(statement), missing));
        expect_denied(one, statement);
        EXPECT_EQ(one.message, other.message) << statement;
    };
    const std::string row =
        "INSERT INTO record (id, session_id, latest_revision, kind, status, meeting_date, meeting_name,"
        " what, started, started_ms, made_at, reporting_line) VALUES ('{}', '";
    const std::string rest = "', 1, 'reported', 'open', '', '', '', '', 0, '', 'both')";
    for (const char* end : {"", " ON CONFLICT DO NOTHING", " ON CONFLICT (id) DO UPDATE SET what = 'x'"}) {
        same(*secretary, row + session + rest + end, council, session + "-2");
        same(*secretary, row + rest + end, council, session + "-2");
        same(*clerk, row + rest + end, "reported-20260312T200000Z-ab12", "reported-20260312T200000Z-cd34");
        same(*secretary,
             std::string("INSERT INTO session_mark VALUES ('{}', 1, 'x', '')") +
                 (std::string(end).find("(id)") != std::string::npos
                      ? " ON CONFLICT (session_id, seq) DO UPDATE SET seq = 99"
                      : end),
             session, "20260312T190000Z-bbbb0000");
    }
    same(*clerk, "INSERT INTO record_search VALUES ({}, '')", "1", "999");
    same(*clerk, "INSERT INTO duty VALUES ('{}', 'first-talk', 'p2', '', '', 0, 0, NULL, '') ON CONFLICT DO NOTHING",
         college, reported_id(0xdd));
    EXPECT_EQ(everything(), before);
}

TEST_F(Attack, ARowStaysWithItsRecordAndARecordWithItsIdNumberAndSession) {
    ASSERT_TRUE(clerk->open().put(reported(reported_id(5)), now));
    const std::string own = " WHERE id = '" + reported_id(5) + "'";
    const std::string number = ask(scratch, "SELECT number FROM record WHERE id = '" + college + "'").value();
    expect_denied(clerk->ask("UPDATE record SET number = " + number + own), "another's words by its number");
    expect_denied(clerk->ask("UPDATE record SET id = '" + college + "'" + own), "another's id");
    expect_denied(clerk->ask("UPDATE record SET session_id = 'x'" + own), "another session");
    expect_denied(clerk->ask("UPDATE record SET reporting_line = 'college'" + own), "another line");
    expect_denied(clerk->ask("UPDATE record SET latest_revision = 0" + own), "an earlier revision");
    const std::string begun =
        "INSERT INTO record (id, session_id, latest_revision, kind, status, meeting_date,"
        " meeting_name, what, started, started_ms, made_at, reporting_line, number) VALUES ('" +
        reported_id(6) + "', '', 1, 'reported', 'open', '', '', '', '', 0, '', 'council', " + number +
        ") RETURNING number";
    EXPECT_NE(clerk->ask(begun).value(), number) << "the server numbers by itself";
    // The secretary may see a meeting's record, and cannot take it away from the clerk.
    ASSERT_TRUE(clerk->open().save(council, 1, affecting(Office::Mayor), now));
    expect_denied(secretary->ask("UPDATE record SET reporting_line = 'college' WHERE id = '" + council + "'"),
                  "taking");
    EXPECT_EQ(clerk->open().search("pier")->size(), 1U);
}

TEST_F(Attack, TheLogsAndWhatWasStoredAreOnlyAddedTo) {
    ASSERT_TRUE(clerk->open({"folder"}).save(council, 1, affecting(Office::CouncilMember), now));
    ASSERT_TRUE(clerk->open().note_access({now, "x", "open", council}));
    const std::string stored = everything();
    for (const char* statement :
         {"DELETE FROM access", "UPDATE access SET who = 'vera'", "TRUNCATE access", "DELETE FROM erasure",
          "UPDATE erasure SET who = 'vera'", "TRUNCATE erasure", "DELETE FROM record_revision",
          "TRUNCATE record CASCADE", "UPDATE record_revision SET body = '{}'",
          "UPDATE record_revision SET revision = 9", "UPDATE record_revision SET made_at = ''", "DELETE FROM record",
          "DELETE FROM delivery", "DELETE FROM session_mark", "TRUNCATE session_mark",
          "UPDATE session_mark SET seq = 3", "UPDATE session_mark SET head = 'x'",
          "UPDATE session_mark SET session_id = 'x'",
          "INSERT INTO session_mark VALUES ('20260312T190000Z-aaaa0000', 1, 'x', '') ON CONFLICT (session_id, seq)"
          " DO UPDATE SET seq = 1"}) {
        expect_denied(clerk->ask(statement), statement);
    }
    EXPECT_EQ(everything(), stored);
    // Erasing, which is noted, only takes away.
    const std::string noted = "BEGIN; INSERT INTO erasure VALUES ('', '', '" + council + "', 'p1', ''); ";
    for (const char* change : {"replace(body, 'leuzen', 'niets')", "replace(body, 'Kwade', 'Lieve')",
                               "(body::jsonb || '{\"what_else\": \"x\"}')::text"}) {
        expect_denied(clerk->ask(noted + "UPDATE record_revision SET body = " + change + " WHERE revision = 2"),
                      change);
        clerk->ask("ROLLBACK");
    }
    expect_denied(clerk->ask(noted + "DELETE FROM record WHERE id = '" + council + "'"), "all of it, for one person");
    clerk->ask("ROLLBACK");
    EXPECT_EQ(everything(), stored);
    EXPECT_TRUE(clerk->open().erase_person(council, "p1", "x", now));
    EXPECT_TRUE(clerk->open().erase_record(council, "x", now));
}

TEST_F(Attack, OnlyWhoSeesASessionsRecordMarksIt) {
    expect_denied(secretary->ask("INSERT INTO session_mark VALUES ('20260312T190000Z-cccc0000', 1, 'x', '')"),
                  "a mark");
    expect_denied(secretary->ask("UPDATE session_mark SET seq = 99"), "a mark is never changed");
    ASSERT_TRUE(clerk->open().save(council, 1, affecting(Office::Mayor), now));
    EXPECT_EQ(secretary->ask("SELECT seq FROM session_mark").value(), "9");
    expect_denied(secretary->ask("UPDATE session_mark SET head = 'y'"), "a mark is never changed");
    expect_denied(secretary->ask("DELETE FROM session_mark"), "a mark is never deleted");
    ASSERT_TRUE(clerk->open().hand_over(a_chain(session, 11), {a_record(session)}, now));
    EXPECT_EQ(secretary->ask("SELECT count(*) FROM session_mark").value(), "2");
}

TEST_F(Attack, NoRoleTakesAnotherOrTurnsTheRulesOff) {
    for (const char* statement : {"SET ROLE hamer_all",
                                  "SET ROLE hamer_secretary",
                                  "SET SESSION AUTHORIZATION hamer_all",
                                  "GRANT hamer_all TO current_user",
                                  "GRANT hamer_secretary TO hamer_clerk",
                                  "ALTER ROLE hamer_clerk SUPERUSER",
                                  "ALTER TABLE record DISABLE ROW LEVEL SECURITY",
                                  "DROP POLICY hamer_clerk ON record",
                                  "SET row_security = off;"
                                  " SELECT * FROM record",
                                  "SET session_replication_role = replica",
                                  "ALTER TABLE access DISABLE TRIGGER ALL",
                                  "CREATE POLICY mine ON record USING (true)",
                                  "COPY (SELECT 1) TO PROGRAM 'cat'",
                                  "COPY record TO '/tmp/x'",
                                  "CREATE FUNCTION public.f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
                                  "CREATE TABLE public.t (i int)",
                                  "CREATE OPERATOR public.+ (FUNCTION = int4pl, LEFTARG = int, RIGHTARG = int)",
                                  "CREATE VIEW public.v AS SELECT * FROM record",
                                  "SELECT nextval('record_number')",
                                  "SELECT setval('record_number', 1)",
                                  "SELECT last_value FROM record_number",
                                  "SELECT lo_import('/etc/passwd')",
                                  "SELECT pg_read_file('/etc/passwd')"}) {
        const Answer answer = clerk->ask(statement);
        // What is not the user's own answers so, in some cases.
        EXPECT_TRUE(answer.state == denied || answer.state == "42809") << statement << ": " << answer.message;
        clerk->ask("RESET row_security");
    }
    EXPECT_EQ(everything(), before);
}

TEST_F(Attack, CopyLargeObjectsAndStatisticsShowOnlyOnesOwn) {
    const Answer copied = clerk->ask("COPY (SELECT id FROM record) TO STDOUT");
    ASSERT_EQ(copied.rows.size(), 1U);
    EXPECT_EQ(copied.rows[0][0], council + "\n");
    EXPECT_NE(clerk->ask("COPY delivery FROM STDIN").state, "") << "not with row-level security";
    const std::string made = secretary->ask("SELECT lo_from_bytea(0, 'geheim')").value();
    expect_denied(clerk->ask("SELECT lo_get(" + made + ")"), "another's large object");
    scratch.sql("ANALYZE");
    EXPECT_EQ(clerk->ask("SELECT count(*) FROM pg_stats WHERE schemaname = 'public'").value(), "0");
}

TEST_F(Attack, FunctionsOfOnesOwnSeeAndDoNothingMore) {
    // One that would tell each row before the rules look at it, and tables that would be found instead of Hamer's.
    ASSERT_EQ(clerk
                  ->ask("CREATE FUNCTION pg_temp.tell(text) RETURNS boolean COST 0.0000001 LANGUAGE plpgsql AS"
                        " $$ BEGIN RAISE EXCEPTION 'told %', $1; END $$")
                  .state,
              "");
    EXPECT_EQ(
        clerk->ask("SELECT * FROM record WHERE pg_temp.tell(id) AND id <> '" + council + "'").message.find(college),
        std::string::npos);
    ASSERT_EQ(
        clerk
            ->ask("CREATE TEMP TABLE record (id text, reporting_line text, latest_revision int); INSERT INTO"
                  " pg_temp.record VALUES ('" +
                  college +
                  "', 'council', 7);"
                  " CREATE TEMP TABLE erasure (record_id text, person text); INSERT INTO pg_temp.erasure VALUES ('" +
                  council + "', ''); SET search_path = pg_temp, public")
            .state,
        "");
    expect_denied(clerk->ask("INSERT INTO public.record_revision SELECT '" + college + "', 7, '', '', '', '', ''"),
                  "path");
    expect_denied(clerk->ask("INSERT INTO public.access VALUES ('', 0, '', 'open', '" + college + "')"), "path");
    expect_denied(clerk->ask("DELETE FROM public.record"), "path");
    expect_denied(clerk->ask("CREATE TRIGGER mine BEFORE INSERT ON pg_temp.record FOR EACH ROW EXECUTE FUNCTION"
                             " public.hamer_number()"),
                  "a function that runs as the owner");
    EXPECT_EQ(everything(), before);
}

}  // namespace
}  // namespace hamer::test
