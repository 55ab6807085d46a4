#include "register/scratch.h"

#include "support/places.h"

#include <atomic>
#include <cstdlib>
#include <gtest/gtest.h>
#include <libpq-fe.h>
#include <sqlite3.h>
#include <stdexcept>
#include <unistd.h>

namespace hamer::test {

namespace {

// The server of this run, as postgresql://user:password@host:port/database; empty for files.
std::string server() {
    const char* named = std::getenv("HAMER_TEST_SERVER");
    return named ? named : "";
}

std::string pooler() {
    const char* named = std::getenv("HAMER_TEST_POOLER");
    return named ? named : "";
}

std::string with_database(const std::string& url, const std::string& database) {
    return url.substr(0, url.rfind('/') + 1) + database;
}

void run_on(const std::string& url, const std::string& statement) {
    PGconn* connection = PQconnectdb(url.c_str());
    PGresult* result = PQexec(connection, statement.c_str());
    const ExecStatusType status = PQresultStatus(result);
    EXPECT_TRUE(status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK) << PQerrorMessage(connection);
    PQclear(result);
    PQfinish(connection);
}

}  // namespace

Scratch::Scratch() {
    folder_ = make_temporary_folder("hamer-register");
    if (server().empty()) return;
    static std::atomic<int> count = 0;
    database_ = "hamer_" + std::to_string(::getpid()) + "_" + std::to_string(++count);
    run_on(server(), "CREATE DATABASE " + database_);
}

Scratch::~Scratch() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
    if (!database_.empty()) run_on(server(), "DROP DATABASE " + database_ + " WITH (FORCE)");
}

std::string Scratch::location() const {
    return is_file() || !has_pooler() ? server_location() : with_database(pooler(), database_);
}

std::string Scratch::server_location() const { return is_file() ? file() : with_database(server(), database_); }

bool Scratch::has_pooler() { return !pooler().empty(); }

std::string Scratch::location_for(const std::string& user, const std::string& password) const {
    const std::string own = location();
    return "postgresql://" + user + ":" + password + own.substr(own.find('@'));
}

std::string Scratch::shown() const { return is_file() ? file() : database_; }

Register Scratch::open(const std::vector<std::string>& targets) const {
    auto opened = Register::open(location(), targets);
    if (!opened) throw std::runtime_error(describe(opened.error()));
    return *std::move(opened);
}

void Scratch::sql(const std::string& statement) const {
    if (!is_file()) {
        run_on(server_location(), statement);
        return;
    }
    EXPECT_EQ(try_sql(statement), "");
}

std::string Scratch::try_sql(const std::string& statement) const {
    sqlite3* database = nullptr;
    if (sqlite3_open(file().c_str(), &database) != SQLITE_OK) return "cannot be opened";
    const bool done = sqlite3_exec(database, statement.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK;
    const std::string said = done ? "" : sqlite3_errmsg(database);
    sqlite3_close(database);
    return said;
}

IncidentRecord a_record(const std::string& session, int number, const std::string& what) {
    IncidentRecord record;
    record.id = session + "-" + std::to_string(number);
    record.municipality = "Leiden";
    record.meeting = {"Raad", "2026-03-12", "Vera", "Gijs", "Raadzaal", true, MeetingKind::Council, {}, {}};
    record.what = what;
    record.started = {5, {1'773'342'000'000 + number * 60'000, 60}, {}};
    record.source = {session, "f00d", "leiden-2025", 1, "abc", "0.1"};
    return record;
}

SessionMark a_mark(const std::string& session, std::uint64_t seq) {
    return {session, seq, "head-" + std::to_string(seq)};
}

SessionChain a_chain(const std::string& session, std::uint64_t seq) {
    SessionChain chain{session, {}};
    for (std::uint64_t each = 1; each <= seq; ++each) chain.hashes[each] = a_mark(session, each).head;
    return chain;
}

std::string ids(const Result<std::vector<RecordSummary>>& found) {
    if (!found) return describe(found.error());
    std::string text;
    for (const RecordSummary& each : *found) text += each.id + " ";
    return text;
}

void expect_names(const Error& error, const std::string& file) {
    EXPECT_NE(error.where.find(file), std::string::npos) << describe(error);
    EXPECT_FALSE(error.problem.empty());
    EXPECT_FALSE(error.advice.empty());
    EXPECT_EQ(describe(error).find('\n'), std::string::npos) << describe(error);
}

}  // namespace hamer::test
