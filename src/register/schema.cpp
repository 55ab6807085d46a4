#include "register/schema.h"

#include "register/database.h"

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
};

std::vector<std::string> tables(soci::session& sql) {
    std::vector<std::string> names;
    std::string name;
    soci::statement list = (sql.prepare_table_names(), soci::into(name));
    list.execute();
    while (list.fetch()) names.push_back(name);
    return names;
}

// 0 for a database without tables.
int version_of(soci::session& sql, const std::string& where) {
    const auto names = tables(sql);
    if (names.empty()) return 0;
    if (std::ranges::find(names, "hamer_schema") == names.end()) {
        throw RegisterError({ErrorKind::Storage, where, "this is a database, but of another program",
                             "Name another file for the register"});
    }
    int version = -1;
    sql << "SELECT version FROM hamer_schema", soci::into(version);
    if (version < 1) {
        throw RegisterError(
            {ErrorKind::Storage, where, "the register does not say of which version it is", "Put back a copy"});
    }
    if (version > schema_version) {
        throw RegisterError({ErrorKind::Storage, where,
                             fmt::format("this register is of a newer Hamer (version {} of its tables; this program "
                                         "knows {})",
                                         version, schema_version),
                             "Use the newer Hamer"});
    }
    return version;
}

}  // namespace

void bring_up_to_date(soci::session& sql, const std::string& where) {
    static_assert(schema_version == 1, "give `steps` what leads to the new version");
    if (version_of(sql, where) == schema_version) return;
    WriteTransaction transaction(sql);
    // Asked again: another program may have done it meanwhile.
    int version = version_of(sql, where);
    for (; version < schema_version; ++version) {
        for (const char* statement : steps[static_cast<std::size_t>(version)]) sql << statement;
        const int reached = version + 1;
        sql << "UPDATE hamer_schema SET version = :version", soci::use(reached);
    }
    transaction.commit();
}

}  // namespace hamer
