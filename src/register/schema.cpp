#include "register/schema.h"

#include "register/database.h"
#include "register/derived.h"
#include "register/marks.h"
#include "register/query.h"
#include "register/row_security.h"

#include <algorithm>
#include <fmt/format.h>
#include <vector>

namespace hamer {

namespace {

// What leads from version n to n + 1. SQL that SQLite and PostgreSQL both take; times are RFC 3339 texts, and
// milliseconds since 1970 where they order. A step that was released is never changed.
const std::vector<std::vector<const char*>> steps = {
    {
        "CREATE TABLE hamer_schema (version INTEGER NOT NULL)",
        "INSERT INTO hamer_schema (version) VALUES (0)",
        "CREATE TABLE record ("
        " id VARCHAR(120) PRIMARY KEY,"
        " session_id VARCHAR(120) NOT NULL,"
        " latest_revision INTEGER NOT NULL,"
        " kind VARCHAR(20) NOT NULL,"
        " status VARCHAR(20) NOT NULL,"
        " meeting_date VARCHAR(10) NOT NULL,"
        " meeting_name TEXT NOT NULL,"
        " what TEXT NOT NULL,"
        " started VARCHAR(40) NOT NULL,"
        " started_ms BIGINT NOT NULL,"
        " ended VARCHAR(40),"
        " made_at VARCHAR(40) NOT NULL)",
        "CREATE INDEX record_by_session ON record (session_id)",
        "CREATE INDEX record_by_start ON record (started_ms)",
        "CREATE TABLE record_revision ("
        " record_id VARCHAR(120) NOT NULL REFERENCES record (id),"
        " revision INTEGER NOT NULL,"
        " made_at VARCHAR(40) NOT NULL,"
        " journal_head VARCHAR(64) NOT NULL,"
        " content_sha256 VARCHAR(64) NOT NULL,"
        " body_sha256 VARCHAR(64) NOT NULL,"
        " body TEXT NOT NULL,"
        " PRIMARY KEY (record_id, revision))",
        "CREATE TABLE session_mark ("
        " session_id VARCHAR(120) PRIMARY KEY,"
        " seq BIGINT NOT NULL,"
        " head VARCHAR(64) NOT NULL,"
        " handed_over_at VARCHAR(40) NOT NULL)",
    },
    {
        // What follows from the latest revision, to list and search by: derived.h.
        "ALTER TABLE record ADD COLUMN number BIGINT NOT NULL DEFAULT 0",
        "ALTER TABLE record ADD COLUMN place TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE record ADD COLUMN conduct VARCHAR(20) NOT NULL DEFAULT ''",
        "ALTER TABLE record ADD COLUMN repetition VARCHAR(20) NOT NULL DEFAULT ''",
        "ALTER TABLE record ADD COLUMN disturbers TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE record ADD COLUMN missing INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE record ADD COLUMN reporting_line VARCHAR(20) NOT NULL DEFAULT ''",
        "CREATE INDEX record_by_number ON record (number)",
        "CREATE TABLE duty ("
        " record_id VARCHAR(120) NOT NULL REFERENCES record (id),"
        " kind VARCHAR(40) NOT NULL,"
        " person VARCHAR(120) NOT NULL,"
        " starts VARCHAR(40) NOT NULL,"
        " due VARCHAR(40) NOT NULL,"
        " due_ms BIGINT NOT NULL,"
        " advice INTEGER NOT NULL,"
        " done_at VARCHAR(40),"
        " done_by TEXT NOT NULL,"
        " PRIMARY KEY (record_id, kind, person))",
        "CREATE INDEX duty_open ON duty (due_ms) WHERE done_at IS NULL",
        // The outbox: outbox.h.
        "CREATE TABLE delivery ("
        " record_id VARCHAR(120) NOT NULL REFERENCES record (id),"
        " revision INTEGER NOT NULL,"
        " target VARCHAR(20) NOT NULL,"
        " state VARCHAR(20) NOT NULL,"
        " attempts INTEGER NOT NULL,"
        " next_ms BIGINT NOT NULL,"
        " problem TEXT NOT NULL,"
        " delivered_at VARCHAR(40),"
        " PRIMARY KEY (record_id, revision, target))",
        "CREATE INDEX delivery_waiting ON delivery (next_ms) WHERE state = 'waiting'",
        "CREATE INDEX delivery_open ON delivery (next_ms) WHERE state <> 'delivered'",
        "CREATE INDEX delivery_done ON delivery (next_ms) WHERE state = 'delivered'",
        // Who looked at what, and what was erased: privacy.cpp.
        "CREATE TABLE access ("
        " at VARCHAR(40) NOT NULL,"
        " at_ms BIGINT NOT NULL,"
        " who TEXT NOT NULL,"
        " what VARCHAR(20) NOT NULL,"
        " record_id VARCHAR(120) NOT NULL)",
        "CREATE INDEX access_by_record ON access (record_id, at_ms)",
        "CREATE TABLE erasure ("
        " at VARCHAR(40) NOT NULL,"
        " who TEXT NOT NULL,"
        " record_id VARCHAR(120) NOT NULL,"
        " person VARCHAR(120) NOT NULL,"
        " why TEXT NOT NULL)",
    },
    {
        // What each role may write on a server: row_security.h.
        "CREATE INDEX erasure_by_record ON erasure (record_id)",
    },
    {
        // A mark for each hand-over: marks.h.
    },
    {
        // Who was named for a duty.
        "ALTER TABLE duty ADD COLUMN owner TEXT NOT NULL DEFAULT ''",
    },
    {
        // The bytes of what was put to a record, in base64: attachments.cpp.
        "CREATE TABLE attachment ("
        " record_id VARCHAR(120) NOT NULL REFERENCES record (id),"
        " id VARCHAR(120) NOT NULL,"
        " sha256 VARCHAR(64) NOT NULL,"
        " body TEXT NOT NULL,"
        " PRIMARY KEY (record_id, id))",
    },
};

std::vector<std::string> tables(soci::session& sql) {
    std::vector<std::string> names;
    std::string name;
    soci::statement list = rows_of(sql, sql.get_backend()->get_table_names_query(), soci::into(name));
    while (list.fetch()) names.push_back(name);
    return names;
}

// 0 for a database without tables.
int version_of(soci::session& sql, const std::string& where) {
    const auto names = tables(sql);
    if (names.empty()) return 0;
    if (std::ranges::find(names, "hamer_schema") == names.end()) {
        throw RegisterError({ErrorKind::Storage, where, "this is a database, but of another program",
                             "Name another file for the register", Trouble::ForeignRegister});
    }
    int version = -1;
    sql << "SELECT version FROM hamer_schema", soci::into(version);
    if (version < 1) {
        throw RegisterError({ErrorKind::Storage, where, "the register does not say of which version it is",
                             "Keep it as it is, and let the administrator put back a copy", Trouble::OtherTables});
    }
    if (version > schema_version) {
        throw RegisterError({ErrorKind::Storage, where,
                             fmt::format("this register is of a newer Hamer (version {} of its tables; this program "
                                         "knows {})",
                                         version, schema_version),
                             "Use the newer Hamer", Trouble::OtherVersion});
    }
    return version;
}

}  // namespace

void bring_up_to_date(soci::session& sql, const std::string& where) {
    static_assert(schema_version == 6, "give `steps` what leads to the new version");
    const int found = version_of(sql, where);
    if (found == schema_version) return;
    if (!is_sqlite(sql)) check_owner(sql, where, found);
    WriteTransaction transaction(sql);
    // Asked again: another program may have done it meanwhile.
    int version = version_of(sql, where);
    for (; version < schema_version; ++version) {
        for (const char* statement : steps[static_cast<std::size_t>(version)]) sql << statement;
        const int reached = version + 1;
        if (reached == 2) {
            make_search_table(sql);
            derive_all_anew(sql, where);
        }
        if (reached == 3 && !is_sqlite(sql)) secure_rows(sql, where);
        if (reached == 4) {
            keep_every_mark(sql);
            if (!is_sqlite(sql)) guard_rows(sql);
        }
        if (reached == 5) count_missing_anew(sql, where);
        if (reached == 6 && !is_sqlite(sql)) guard_attachments(sql);
        sql << "UPDATE hamer_schema SET version = :version", soci::use(reached);
    }
    transaction.commit();
}

}  // namespace hamer
