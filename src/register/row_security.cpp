#include "register/row_security.h"

#include "register/database.h"
#include "register/query.h"
#include "register/row_rules.h"

#include <array>
#include <fmt/format.h>
#include <vector>

namespace hamer {

namespace {

struct Role {
    const char* name;
    const char* lines;  // whose records it sees; nothing: all
};
constexpr std::array roles = {Role{"hamer_clerk", "'council', 'both'"}, Role{"hamer_secretary", "'college', 'both'"},
                              Role{"hamer_all", nullptr}};

// What a role may do with a table, and with which of its rows: those that it sees, to read and to write alike. {0} is
// the table, {1} the lines of the role.
struct Guarded {
    const char* table;
    const char* rights;
    const char* seen;
};
constexpr const char* with_its_record = "EXISTS (SELECT 1 FROM record r WHERE r.id = {0}.record_id)";
constexpr std::array tables = {
    Guarded{"hamer_schema", "SELECT", "true"},
    Guarded{"record", "SELECT, INSERT, UPDATE, DELETE", "reporting_line IN ({1})"},
    Guarded{"record_revision", "SELECT, INSERT, UPDATE (body, body_sha256, content_sha256)", with_its_record},
    Guarded{"duty", "SELECT, INSERT, DELETE", with_its_record},
    Guarded{"attachment", "SELECT, INSERT, DELETE", with_its_record},
    Guarded{"delivery", "SELECT, INSERT, UPDATE (state, attempts, next_ms, problem, delivered_at)", with_its_record},
    Guarded{"record_search", "SELECT, INSERT, DELETE",
            "EXISTS (SELECT 1 FROM record r WHERE r.number = record_search.number)"},
    // A session is a meeting of the council's: of that line, and of who sees a record of it.
    Guarded{"session_mark", "SELECT, INSERT",
            "'council' IN ({1}) OR EXISTS (SELECT 1 FROM record r WHERE r.session_id = session_mark.session_id)"},
    // Of a record that is there; of one that was erased by the line that it had; and what is of no record.
    Guarded{"access", "SELECT, INSERT",
            "record_id = '' OR reporting_line IN ({1}) OR EXISTS (SELECT 1 FROM record r WHERE r.id = {0}.record_id)"},
    Guarded{"erasure", "SELECT, INSERT",
            "reporting_line IN ({1}) OR EXISTS (SELECT 1 FROM record r WHERE r.id = {0}.record_id)"},
};

std::string text_of(soci::session& sql, const std::string& query) {
    std::string text;
    soci::indicator there = soci::i_null;
    sql << query, soci::into(text, there);
    return there == soci::i_ok ? text : "";
}

bool holds(soci::session& sql, const std::string& condition) {
    return text_of(sql, "SELECT CASE WHEN " + condition + " THEN 'yes' ELSE 'no' END") == "yes";
}

void make_roles(soci::session& sql, const std::string& where) {
    for (const Role& role : roles) {
        const std::string name = role.name;
        if (holds(sql, "EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '" + name + "')")) continue;
        if (!holds(sql, "(SELECT rolcreaterole OR rolsuper FROM pg_roles WHERE rolname = current_user)")) {
            throw RegisterError({ErrorKind::Storage, where,
                                 fmt::format("the role {} is not there, and this user may not make it", name),
                                 "Let the server's administrator make hamer_clerk, hamer_secretary and hamer_all "
                                 "(docs/register.md)"});
        }
        sql << fmt::format("CREATE ROLE {} NOLOGIN", name);
    }
}

void drop_policies(soci::session& sql, const std::string& table) {
    std::vector<std::string> names;
    std::string name;
    soci::statement list = rows_of(sql, "SELECT quote_ident(polname) FROM pg_policy WHERE polrelid = to_regclass(:t)",
                                   soci::into(name), soci::use(table));
    while (list.fetch()) names.push_back(name);
    for (const std::string& each : names) sql << fmt::format("DROP POLICY {} ON {}", each, table);
}

// The one place where a table gets its rules.
void guard(soci::session& sql, const Guarded& guarded) {
    const std::string table = guarded.table;
    sql << fmt::format("ALTER TABLE {} ENABLE ROW LEVEL SECURITY", table);
    drop_policies(sql, table);
    sql << fmt::format("REVOKE ALL ON {} FROM PUBLIC", table);
    for (const Role& role : roles) {
        const std::string seen = role.lines ? fmt::format(fmt::runtime(guarded.seen), table, role.lines) : "true";
        sql << fmt::format("REVOKE ALL ON {} FROM {}", table, role.name);
        sql << fmt::format("GRANT {} ON {} TO {}", guarded.rights, table, role.name);
        sql << fmt::format("CREATE POLICY {0} ON {1} TO {0} USING ({2}) WITH CHECK ({2})", role.name, table, seen);
    }
}

// What belongs to a record goes with it: nobody needs a right to delete it alone.
void bind_to_record(soci::session& sql, const std::string& table) {
    sql << fmt::format(
        "ALTER TABLE {0} DROP CONSTRAINT IF EXISTS {0}_record_id_fkey,"
        " ADD CONSTRAINT {0}_record_id_fkey FOREIGN KEY (record_id) REFERENCES record (id) ON DELETE CASCADE",
        table);
}

}  // namespace

void secure_rows(soci::session& sql, const std::string& where) {
    make_roles(sql, where);
    for (const char* table : {"record_revision", "duty", "delivery"}) bind_to_record(sql, table);
    for (const char* log : {"access", "erasure"}) {
        sql << fmt::format("ALTER TABLE {} ADD COLUMN reporting_line VARCHAR(20) NOT NULL DEFAULT ''", log);
        sql << fmt::format("ALTER TABLE {} ALTER COLUMN who SET DEFAULT session_user", log);
        sql << fmt::format("UPDATE {0} SET reporting_line = r.reporting_line FROM record r WHERE r.id = {0}.record_id",
                           log);
        // Of a record that was erased before: a meeting's was of the council's line; whose another was nobody knows.
        sql << fmt::format(
            "UPDATE {} SET reporting_line = 'council' WHERE reporting_line = '' AND record_id <> ''"
            " AND record_id NOT LIKE 'reported-%'",
            log);
    }
    guard_rows(sql);
}

void guard_rows(soci::session& sql) {
    const std::string schema = text_of(sql, "SELECT quote_ident(current_schema())");
    // Nobody puts a function there that another user's query would find.
    sql << fmt::format("REVOKE CREATE ON SCHEMA {} FROM PUBLIC", schema);
    for (const Role& role : roles)
        sql << fmt::format("REVOKE ALL ON SEQUENCE record_number FROM PUBLIC, {}", role.name);
    make_row_rules(sql, schema);
    for (const Guarded& each : tables) {
        // Earlier steps come before a later table.
        if (holds(sql, fmt::format("to_regclass('{}') IS NOT NULL", each.table))) guard(sql, each);
    }
}

void guard_attachments(soci::session& sql) {
    bind_to_record(sql, "attachment");
    guard_rows(sql);
}

void check_owner(soci::session& sql, const std::string& where, int version) {
    if (version == 0) {
        if (holds(sql, "has_schema_privilege(current_schema(), 'CREATE')")) return;
        throw RegisterError({ErrorKind::Storage, where,
                             "there is no register here that this user may use, and this user may not make one",
                             "Run `hamer record list` once as the owner of the database, and give this user one of the "
                             "roles hamer_clerk, hamer_secretary and hamer_all (docs/register.md)"});
    }
    const std::string of_table = " FROM pg_class WHERE oid = to_regclass('hamer_schema')";
    if (holds(sql, "(SELECT pg_has_role(relowner, 'USAGE')" + of_table + ")")) return;
    const std::string owner = text_of(sql, "SELECT pg_get_userbyid(relowner)" + of_table);
    throw RegisterError({ErrorKind::Storage, where,
                         fmt::format("this register is of an earlier Hamer (version {} of its tables), and only its "
                                     "owner {} may bring it up to date",
                                     version, owner),
                         fmt::format("Run this Hamer's `hamer record list` once as {}; nothing is lost by it", owner)});
}

}  // namespace hamer
