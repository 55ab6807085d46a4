// A register of an earlier Hamer is brought up to date when it is opened, and nothing of it is lost.
#include "base/sha256.h"
#include "codec/record/record_json.h"
#include "register/register.h"
#include "register/scratch.h"

#include <gtest/gtest.h>

namespace hamer::test {
namespace {

constexpr const char* first_version =
    "CREATE TABLE hamer_schema (version INTEGER NOT NULL);"
    "INSERT INTO hamer_schema (version) VALUES (1);"
    "CREATE TABLE record (id VARCHAR(120) PRIMARY KEY, session_id VARCHAR(120) NOT NULL,"
    " latest_revision INTEGER NOT NULL, kind VARCHAR(20) NOT NULL, status VARCHAR(20) NOT NULL,"
    " meeting_date VARCHAR(10) NOT NULL, meeting_name TEXT NOT NULL, what TEXT NOT NULL,"
    " started VARCHAR(40) NOT NULL, started_ms BIGINT NOT NULL, ended VARCHAR(40), made_at VARCHAR(40) NOT NULL);"
    "CREATE INDEX record_by_session ON record (session_id);"
    "CREATE INDEX record_by_start ON record (started_ms);"
    "CREATE TABLE record_revision (record_id VARCHAR(120) NOT NULL REFERENCES record (id),"
    " revision INTEGER NOT NULL, made_at VARCHAR(40) NOT NULL, journal_head VARCHAR(64) NOT NULL,"
    " content_sha256 VARCHAR(64) NOT NULL, body_sha256 VARCHAR(64) NOT NULL, body TEXT NOT NULL,"
    " PRIMARY KEY (record_id, revision));"
    "CREATE TABLE session_mark (session_id VARCHAR(120) PRIMARY KEY, seq BIGINT NOT NULL, head VARCHAR(64) NOT NULL,"
    " handed_over_at VARCHAR(40) NOT NULL);";

// What they had otherwise than this version: no attachments; no name with a duty; and of each session the last mark
// alone.
constexpr const char* back_to_fourth_version =
    "DROP TABLE attachment;"
    "ALTER TABLE duty DROP COLUMN owner;"
    "UPDATE hamer_schema SET version = 4;";
constexpr const char* back_to_third_version =
    "DROP TABLE attachment;"
    "ALTER TABLE duty DROP COLUMN owner;"
    "DROP TABLE session_mark;"
    "CREATE TABLE session_mark (session_id VARCHAR(120) PRIMARY KEY, seq BIGINT NOT NULL, head VARCHAR(64) NOT NULL,"
    " handed_over_at VARCHAR(40) NOT NULL);"
    "INSERT INTO session_mark VALUES ('s', 9, 'head-9', '2026-03-12T22:00:00.000+01:00');"
    "INSERT INTO session_mark VALUES ('t', 4, 'head-4', '2026-03-12T23:00:00.000+01:00');"
    "UPDATE hamer_schema SET version = 3;";

TEST(Migration, RecordsOfTheFirstVersionAreThereAndFound) {
    const Scratch scratch;
    IncidentRecord record = a_record("s", 1, "krakeelen");
    record.revision = 1;
    const std::string body = write_record(record);
    scratch.sql(first_version);
    scratch.sql(
        "INSERT INTO record VALUES ('s-1', 's', 1, 'disturbance', 'open', '2026-03-12', 'Raad', 'krakeelen',"
        " '2026-03-12T20:01:00.000+01:00', 1773342060000, NULL, '2026-03-12T22:00:00.000+01:00')");
    scratch.sql("INSERT INTO record_revision VALUES ('s-1', 1, '2026-03-12T22:00:00.000+01:00', 'f00d', 'x', '" +
                sha256_hex(body) + "', '" + body + "')");
    scratch.sql("INSERT INTO session_mark VALUES ('s', 9, 'head-9', '2026-03-12T22:00:00.000+01:00')");
    Register store = scratch.open();
    ASSERT_EQ(store.list()->size(), 1U);
    EXPECT_EQ(store.list()->front().place, "Raadzaal");
    EXPECT_EQ(store.list()->front().made_at.milliseconds, from_rfc3339("2026-03-12T22:00:00.000+01:00")->milliseconds);
    EXPECT_EQ(store.search("krakee")->size(), 1U);
    Dossier dossier;
    dossier.reason = "woningbouw";
    EXPECT_EQ(store.save("s-1", 1, dossier, now)->revision, 2);
    EXPECT_EQ(scratch.open().search("woningbouw")->size(), 1U);
    // The one mark of each session that it kept; and the next one comes beside it.
    EXPECT_EQ(store.session_mark("s").value(), a_mark("s", 9));
    EXPECT_FALSE(store.hand_over(a_chain("s", 8), {}, now));
    ASSERT_TRUE(store.hand_over(a_chain("s", 11), {record}, now));
    EXPECT_EQ(store.marks("s")->size(), 3U) << "two hand-overs, and the head in the revision";
}

TEST(Migration, TheMarksOfTheThirdVersionStayAndTheNextComeBesideThem) {
    const Scratch scratch;
    if (!scratch.is_file()) GTEST_SKIP() << "on a server: server_migration_tests.cpp";
    ASSERT_TRUE(scratch.open().hand_over(a_chain("s", 9), {a_record("s")}, now));
    scratch.sql(back_to_third_version);
    Register store = scratch.open();
    const SessionMark of_revision{"s", 0, "f00d", {}};
    EXPECT_EQ(store.marks("s").value(), (std::vector{a_mark("s", 9), of_revision}));
    EXPECT_EQ(store.marks("t").value(), std::vector{a_mark("t", 4)});
    EXPECT_EQ(store.record("s-1")->what, "leuzen");
    SessionChain rewritten = a_chain("s", 12);
    rewritten.hashes[9] = "another";
    EXPECT_EQ(error_of(store.hand_over(rewritten, {a_record("s", 1, "anders")}, now)).kind, ErrorKind::Refused);
    ASSERT_TRUE(store.hand_over(a_chain("s", 12), {a_record("s")}, now));
    EXPECT_EQ(store.marks("s").value(), (std::vector{a_mark("s", 9), a_mark("s", 12), of_revision}));
    for (const char* statement : {"UPDATE session_mark SET head = 'x'", "DELETE FROM session_mark"})
        EXPECT_NE(scratch.try_sql(statement), "") << statement;
    EXPECT_EQ(scratch.open().marks("s")->size(), 3U) << "and once more nothing is done to them";
}

TEST(Migration, TheDutiesOfTheFourthVersionStayAsTheyWereUntilTheRecordIsSaved) {
    const Scratch scratch;
    if (!scratch.is_file()) GTEST_SKIP() << "on a server: server_migration_tests.cpp";
    ASSERT_TRUE(scratch.open().put(a_record("s"), now));
    scratch.sql(back_to_fourth_version);
    // Which that version did not know.
    scratch.sql("DELETE FROM duty WHERE kind <> 'first-talk'");
    scratch.sql("UPDATE record SET missing = 0");
    Register store = scratch.open();
    EXPECT_TRUE(store.due(Register::Duties::Open)->empty()) << "nothing falls due by the update alone";
    EXPECT_GT(store.list()->front().missing, 5) << "but what is missing is counted as it is today";
    Dossier dossier;
    dossier.owners = {{DutyKind::Footage, "", "de bode"}};
    ASSERT_TRUE(store.save("s-1", 1, dossier, now));
    const auto due = store.due(Register::Duties::Open);
    ASSERT_FALSE(due->empty());
    EXPECT_EQ(due->front().owner, "de bode");
}

TEST(Migration, ARegisterOfTheFifthVersionTakesAttachments) {
    const Scratch scratch;
    if (!scratch.is_file()) GTEST_SKIP() << "on a server: server_migration_tests.cpp";
    ASSERT_TRUE(scratch.open().put(a_record("s"), now));
    scratch.sql("DROP TABLE attachment; UPDATE hamer_schema SET version = 5;");
    Register store = scratch.open();
    const auto put = store.attach("s-1", {.name = "a.png", .type = "image/png", .at = now}, "bytes", now);
    ASSERT_TRUE(put) << describe(put.error());
    EXPECT_EQ(store.attachment("s-1", put->record.dossier->attachments[0].id).value(), "bytes");
}

}  // namespace
}  // namespace hamer::test
