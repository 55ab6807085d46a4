// A register of an earlier Hamer is brought up to date when it is opened, and nothing of it is lost.
#include "base/sha256.h"
#include "codec/record_json.h"
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
    Register store = scratch.open();
    ASSERT_EQ(store.list()->size(), 1U);
    EXPECT_EQ(store.list()->front().place, "Raadzaal");
    EXPECT_EQ(store.list()->front().made_at.milliseconds, from_rfc3339("2026-03-12T22:00:00.000+01:00")->milliseconds);
    EXPECT_EQ(store.search("krakee")->size(), 1U);
    Dossier dossier;
    dossier.reason = "woningbouw";
    EXPECT_EQ(store.save("s-1", 1, dossier, now)->revision, 2);
    EXPECT_EQ(scratch.open().search("woningbouw")->size(), 1U);
}

}  // namespace
}  // namespace hamer::test
