#include "register/database.h"

#include "base/text.h"
#include "register/schema.h"

#include <chrono>
#include <fmt/format.h>
#include <thread>

namespace hamer {

namespace {

constexpr auto patience = std::chrono::seconds(5);
constexpr int busy_ms = 5'000;  // for single statements, in SQLite itself

// The primary result code; extended ones carry more in the higher bits.
int primary(int code) { return code & 0xff; }

bool is_busy(const soci::sqlite3_soci_error& error) {
    return primary(error.result()) == SQLITE_BUSY || primary(error.result()) == SQLITE_LOCKED;
}

Error explained(const std::string& where, int code, const std::string& message) {
    const auto storage = [&](std::string problem, std::string advice) {
        return Error{ErrorKind::Storage, where, std::move(problem), std::move(advice)};
    };
    switch (primary(code)) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return storage("another program is writing to the register and did not finish in time",
                           "Close it, or try again");
        case SQLITE_NOTADB:
            return storage("this file is not a register: its contents are not a SQLite database",
                           "Name another file, or put back a copy of the register");
        case SQLITE_CORRUPT:
            return storage("the register is damaged", "Put back a copy; the sessions' journals still hold everything");
        case SQLITE_READONLY:
        case SQLITE_PERM:
        case SQLITE_AUTH:
            return storage("the register cannot be written", "Check who owns the file and its folder, and their mode");
        case SQLITE_FULL:
            return storage("the disk is full", "Free some space");
        case SQLITE_CANTOPEN:
            return storage("the register cannot be opened", "Check that its folder exists and can be written");
        case SQLITE_IOERR:
            return storage("the disk failed while the register was read or written",
                           "Check the disk, and put back a copy if the register stays unreadable");
        default:
            return storage(fmt::format("the register answered: {}", printable(message, 200)),
                           "Put back a copy if this stays");
    }
}

// As a URI every character can be in a path; SOCI's own connection string cannot carry a quotation mark.
std::string as_uri(const std::string& path) {
    std::string uri = "file:";
    for (const char c : path) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/' ||
                           c == '.' || c == '-' || c == '_';
        uri += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return uri;
}

void connect(soci::session& sql, const std::string& path) {
    [[maybe_unused]] static const int uris = sqlite_api::sqlite3_config(SQLITE_CONFIG_URI, 1);
    sql.open(*soci::factory_sqlite3(), "db=" + as_uri(path));
    sql << fmt::format("PRAGMA busy_timeout = {}", busy_ms);
    std::string mode;
    sql << "PRAGMA journal_mode = WAL", soci::into(mode);
    sql << "PRAGMA synchronous = FULL";
    sql << "PRAGMA foreign_keys = ON";
}

}  // namespace

Error explain_exception(const std::string& where) {
    try {
        throw;
    } catch (const RegisterError& error) {
        return error.error();
    } catch (const soci::sqlite3_soci_error& error) {
        // Not what(): that quotes the values of the statement, which are personal data.
        return explained(where, error.result(), error.get_error_message());
    } catch (const soci::soci_error& error) {
        return explained(where, SQLITE_ERROR, error.get_error_message());
    } catch (const std::exception& error) {
        return explained(where, SQLITE_ERROR, error.what());
    } catch (...) {
        return explained(where, SQLITE_ERROR, "an unknown error");
    }
}

Register::Database::Database(std::string location) : where(std::move(location)) {
    const std::string path = std::filesystem::absolute(where).string();
    const auto deadline = std::chrono::steady_clock::now() + patience;
    for (;;) {
        try {
            connect(sql, path);
            bring_up_to_date(sql, where);
            return;
        } catch (const soci::sqlite3_soci_error& error) {
            // Two programs that make the register at once: SQLite does not wait in every place where they meet.
            sql.close();
            if (!is_busy(error) || std::chrono::steady_clock::now() > deadline) throw;
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
    }
}

WriteTransaction::WriteTransaction(soci::session& sql) : sql_(sql) {
    sql_ << (sql.get_backend_name() == "sqlite3" ? "BEGIN IMMEDIATE" : "BEGIN ISOLATION LEVEL SERIALIZABLE");
}

WriteTransaction::~WriteTransaction() {
    if (!open_) return;
    try {
        sql_ << "ROLLBACK";
    } catch (const std::exception&) {
        // SQLite has rolled back by itself after some errors, and says so here.
    }
}

void WriteTransaction::commit() {
    sql_ << "COMMIT";
    open_ = false;
}

}  // namespace hamer
