// SQLite with its search, through SOCI too, and PostgreSQL's client.
#include <gtest/gtest.h>
#include <libpq-fe.h>
#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>
#include <sqlite3.h>
#include <string>

TEST(Sqlite, SearchesByFts5) {
    sqlite3* database = nullptr;
    ASSERT_EQ(sqlite3_open(":memory:", &database), SQLITE_OK);
    ASSERT_EQ(sqlite3_exec(database,
                           "CREATE VIRTUAL TABLE word USING fts5(text, tokenize = \"unicode61 remove_diacritics 2\");"
                           "INSERT INTO word VALUES ('een orde-verstoring in de raadszaal'), ('één motie');",
                           nullptr, nullptr, nullptr),
              SQLITE_OK)
        << sqlite3_errmsg(database);
    sqlite3_stmt* found = nullptr;
    ASSERT_EQ(sqlite3_prepare_v2(database, "SELECT COUNT(*) FROM word WHERE word MATCH 'een'", -1, &found, nullptr),
              SQLITE_OK);
    ASSERT_EQ(sqlite3_step(found), SQLITE_ROW);
    EXPECT_EQ(sqlite3_column_int(found, 0), 2);
    sqlite3_finalize(found);
    sqlite3_close(database);
}

TEST(Sqlite, IsOfThreadsAndSecureDelete) {
    EXPECT_EQ(sqlite3_threadsafe(), 1);
    EXPECT_EQ(sqlite3_compileoption_used("SECURE_DELETE"), 1);
    EXPECT_EQ(sqlite3_compileoption_used("OMIT_LOAD_EXTENSION"), 1);
}

TEST(Soci, OpensSqlite) {
    soci::session sql(soci::sqlite3, "probe.db");
    sql << "PRAGMA journal_mode = WAL";
    sql << "CREATE TABLE IF NOT EXISTS one (number INTEGER)";
    sql << "DELETE FROM one";
    const int put = 7;
    sql << "INSERT INTO one VALUES (:number)", soci::use(put);
    int got = 0;
    sql << "SELECT number FROM one", soci::into(got);
    EXPECT_EQ(got, 7);
}

TEST(Postgresql, IsTheClientOf15) {
    EXPECT_EQ(PQlibVersion() / 10000, 15);
    EXPECT_EQ(PQisthreadsafe(), 1);
    // Nobody listens there; the library says so rather than that it cannot do TLS.
    PGconn* connection = PQconnectdb("host=127.0.0.1 port=1 sslmode=require connect_timeout=5");
    EXPECT_EQ(PQstatus(connection), CONNECTION_BAD);
    EXPECT_NE(std::string(PQerrorMessage(connection)).find("127.0.0.1"), std::string::npos)
        << PQerrorMessage(connection);
    PQfinish(connection);
}

TEST(Postgresql, IsThereThroughSoci) {
    EXPECT_THROW(soci::session(soci::postgresql, "host=127.0.0.1 port=1 connect_timeout=5"), soci::soci_error);
}
