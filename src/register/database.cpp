#include "register/database.h"

#include "register/connection.h"
#include "register/derived.h"
#include "register/place.h"

#include <fmt/format.h>

namespace hamer {

namespace {

// Of all writers to a register on a server; any number, the same for every Hamer.
constexpr long long writers_lock = 4'842'110'401;

}  // namespace

Error explain_exception(const std::string& where) {
    try {
        throw;
    } catch (const RegisterError& found) {
        Error error = found.error();
        if (error.where.empty()) error.where = where;
        return error;
    } catch (const soci::sqlite3_soci_error& error) {
        // Not what(): that quotes the values of the statement, which are personal data.
        return explain_sqlite(where, error.result(), error.get_error_message());
    } catch (const soci::soci_error& error) {
        const bool is_file = read_place(where).kind == RegisterPlace::Kind::File;
        if (auto explained = is_file ? std::nullopt : explain_server(where)) return *explained;
        return explain_sqlite(where, SQLITE_ERROR, error.get_error_message());
    } catch (const std::exception& error) {
        return explain_sqlite(where, SQLITE_ERROR, error.what());
    } catch (...) {
        return explain_sqlite(where, SQLITE_ERROR, "an unknown error");
    }
}

Register::Database::Database(const std::string& location, std::vector<std::string> names, FileGuard guard)
    : files(std::move(guard)), where(read_place(location).shown), targets(std::move(names)) {
    const RegisterPlace place = read_place(location);
    if (place.kind == RegisterPlace::Kind::Server) {
        open_server(sql, place.connection, where);
    } else {
        open_sqlite(sql, std::filesystem::absolute(location).string(), where);
        files.add(location + "-shm");  // SQLite locks that one for its write-ahead log
    }
}

WriteTransaction::WriteTransaction(soci::session& sql) : sql_(sql) {
    if (is_sqlite(sql)) {
        sql_ << "BEGIN IMMEDIATE";
        return;
    }
    try {
        // In one message. The limit is for this transaction alone: behind a pooler the link is somebody else's after
        // it.
        sql_ << fmt::format("BEGIN; SET LOCAL lock_timeout = '10s'; SELECT pg_advisory_xact_lock({})", writers_lock);
    } catch (...) {
        roll_back();
        throw;
    }
}

WriteTransaction::~WriteTransaction() {
    if (open_) roll_back();
}

void WriteTransaction::roll_back() {
    try {
        sql_ << "ROLLBACK";
    } catch (const std::exception&) {
        // SQLite has rolled back by itself after some errors, and says so here; so has a server whose link was lost.
    }
}

void WriteTransaction::commit() {
    if (is_sqlite(sql_))
        sql_ << "COMMIT";
    else
        commit_server(sql_);
    open_ = false;
}

}  // namespace hamer
