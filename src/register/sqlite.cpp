#include "base/text.h"
#include "platform/file_locks.h"
#include "register/connection.h"
#include "register/schema.h"

#include <chrono>
#include <filesystem>
#include <fmt/format.h>
#include <optional>
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

// SQLite's lock of a file, and the memory that its users share.
bool is_about_locks(int code) {
    switch (code) {
        case SQLITE_IOERR_LOCK:
        case SQLITE_IOERR_RDLOCK:
        case SQLITE_IOERR_UNLOCK:
        case SQLITE_IOERR_CHECKRESERVEDLOCK:
        case SQLITE_IOERR_BLOCKED:
        case SQLITE_IOERR_SHMOPEN:
        case SQLITE_IOERR_SHMSIZE:
        case SQLITE_IOERR_SHMLOCK:
        case SQLITE_IOERR_SHMMAP:
            return true;
        default:
            return false;
    }
}

// Less room than SQLite needs for its smallest file.
bool is_full(const std::string& path) {
    std::error_code code;
    const auto space = std::filesystem::space(std::filesystem::path(path).parent_path(), code);
    return !code && space.available < 64 * 1024;
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
    // So that an error says which call of the disk it was.
    const auto& backend = static_cast<soci::sqlite3_session_backend&>(*sql.get_backend());
    sqlite_api::sqlite3_extended_result_codes(backend.conn_, 1);
    sql << fmt::format("PRAGMA busy_timeout = {}", busy_ms);
    std::string mode;
    sql << "PRAGMA journal_mode = WAL", soci::into(mode);
    sql << "PRAGMA synchronous = FULL";
    sql << "PRAGMA foreign_keys = ON";
    sql << "PRAGMA secure_delete = ON";  // what is erased is gone from the file too
}

struct Explanation {
    Trouble trouble;
    const char* problem;
    const char* advice;
};

constexpr Explanation no_locks{
    Trouble::NoLocks, "this file system cannot lock files, or share their memory between programs, as a register needs",
    "Choose a folder on a disk of this machine, or a register on a server"};
constexpr Explanation disk_full{Trouble::NoSpace, "the disk is full", "Free some space"};
constexpr Explanation other_tables{Trouble::OtherTables, "the register's tables are not as Hamer made them",
                                   "Keep the file as it is, and put back a copy beside it"};

// What a code means wherever it comes from; nothing where more has to be asked, or where SQLite says it best.
std::optional<Explanation> explained(int primary_code) {
    switch (primary_code) {
        case SQLITE_NOTADB:
            return Explanation{Trouble::ForeignRegister,
                               "this file is not a register: its contents are not a SQLite database",
                               "Name another file for the register; keep this one as it is"};
        case SQLITE_CORRUPT:
            return Explanation{Trouble::Damaged, "the register is damaged",
                               "Keep the file as it is, and look for a whole copy; the sessions' journals still hold "
                               "what was recorded"};
        case SQLITE_READONLY:
        case SQLITE_PERM:
        case SQLITE_AUTH:
            return Explanation{Trouble::NoRights, "the register cannot be written",
                               "Check who owns the file and its folder, and their mode"};
        case SQLITE_FULL:
            return disk_full;
        case SQLITE_PROTOCOL:
            return no_locks;
        case SQLITE_NOLFS:
        case SQLITE_TOOBIG:
            return Explanation{Trouble::TooLarge, "the register cannot grow any larger here", "Choose another disk"};
        case SQLITE_NOMEM:
            return Explanation{Trouble::Unnamed, "there is no memory left", "Close other programs, and try again"};
        default:
            return std::nullopt;
    }
}

// What a code means for the file that is named there.
std::optional<Explanation> explained_there(const std::string& where, int code) {
    if (code == SQLITE_READONLY_DBMOVED) {
        return Explanation{Trouble::InUse, "the register's file was moved or replaced while it was open",
                           "Close Hamer, put the file where it was, and start again"};
    }
    switch (primary(code)) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            if (!has_locks(where)) return no_locks;
            return Explanation{Trouble::InUse, "another program is writing to the register and did not finish in time",
                               "Close it, or try again"};
        case SQLITE_CANTOPEN: {
            const bool folder = std::filesystem::exists(std::filesystem::path(where).parent_path());
            return Explanation{folder ? Trouble::NoRights : Trouble::NotThere, "the register cannot be opened",
                               "Check that its folder exists and can be written"};
        }
        case SQLITE_IOERR:
            // The files that SQLite keeps beside the register could not grow.
            if (is_full(where)) return disk_full;
            if (is_about_locks(code) || !has_locks(where)) return no_locks;
            return Explanation{Trouble::Disk, "the disk failed while the register was read or written",
                               "Check the disk and its connection, and try again"};
        default:
            return explained(primary(code));
    }
}

// SQLite has no code of its own for it.
bool names_other_tables(const std::string& message) {
    const auto says = [&](const char* words) { return message.find(words) != std::string::npos; };
    return says("no such table") || says("no such column") || says("has no column");
}

}  // namespace

Error explain_sqlite(const std::string& where, int code, const std::string& message) {
    auto found = explained_there(where, code);
    if (!found && primary(code) == SQLITE_ERROR && names_other_tables(message)) found = other_tables;
    if (found) return {ErrorKind::Storage, where, found->problem, found->advice, found->trouble};
    return {ErrorKind::Storage, where, fmt::format("the register answered: {}", printable(message, 200)),
            "Try again; if this stays, keep the file as it is and ask the administrator"};
}

void open_sqlite(soci::session& sql, const std::string& path, const std::string& where) {
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

}  // namespace hamer
