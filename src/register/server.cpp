// A register on a server: who may see what there, and the way to the module that reaches it.
#include "base/module.h"
#include "register/connection.h"
#include "register/database.h"
#include "register/module/postgresql_module.h"
#include "register/schema.h"

#include <array>
#include <fmt/format.h>

namespace hamer {

namespace {

constexpr std::array roles = {"hamer_clerk", "hamer_secretary", "hamer_all"};

Result<const PostgresqlModule*> postgresql() { return load_module_as<PostgresqlModule>("postgresql"); }

bool has_role(soci::session& sql, const std::string& role) {
    int count = 0;
    sql << "SELECT COUNT(*) FROM pg_roles WHERE rolname = :role", soci::into(count), soci::use(role);
    return count > 0;
}

// Which records a role sees, as a condition on the table `record`.
void allow(soci::session& sql, const std::string& role, const std::string& lines) {
    const std::string own = lines.empty() ? "true" : "reporting_line IN (" + lines + ")";
    sql << fmt::format("CREATE POLICY {0} ON record TO {0} USING ({1}) WITH CHECK ({1})", role, own);
    // Whoever sees the record sees what belongs to it.
    for (const char* table : {"record_revision", "duty", "delivery"}) {
        const std::string seen = fmt::format("EXISTS (SELECT 1 FROM record r WHERE r.id = {}.record_id)", table);
        sql << fmt::format("CREATE POLICY {0} ON {1} TO {0} USING ({2}) WITH CHECK (true)", role, table, seen);
    }
    for (const char* table : {"access", "erasure"}) {
        const std::string seen =
            fmt::format("{0}.record_id = '' OR EXISTS (SELECT 1 FROM record r WHERE r.id = {0}.record_id)", table);
        sql << fmt::format("CREATE POLICY {0} ON {1} TO {0} USING ({2}) WITH CHECK (true)", role, table, seen);
    }
    sql << fmt::format(
        "CREATE POLICY {0} ON record_search TO {0} USING (EXISTS (SELECT 1 FROM record r"
        " WHERE r.number = record_search.number)) WITH CHECK (true)",
        role);
}

}  // namespace

bool is_server(const std::string& location) {
    return location.starts_with("postgresql://") || location.starts_with("postgres://");
}

std::string without_password(const std::string& location) {
    std::string shown = location;
    const auto slashes = shown.find("://");
    if (slashes == std::string::npos) return shown;
    const auto at = shown.find('@', slashes);
    const auto colon = shown.find(':', slashes + 3);
    if (at != std::string::npos && colon < at) shown.erase(colon, at - colon);
    if (const auto query = shown.find('?'); query != std::string::npos) shown.erase(query);
    return shown;
}

std::optional<Error> explain_server(const std::string& where) {
    const auto module = postgresql();
    return module ? (*module)->explain(where) : std::nullopt;
}

void open_server(soci::session& sql, const std::string& location, const std::string& where) {
    const auto module = postgresql();
    if (!module) throw RegisterError(module.error());
    if (auto connected = (*module)->connect(sql, location, where); !connected) throw RegisterError(connected.error());
    sql << "SET client_min_messages = warning";
    sql << "SET lock_timeout = '10s'";
    bring_up_to_date(sql, where);
}

void make_roles(soci::session& sql, const std::string& where) {
    for (const char* role : roles) {
        if (has_role(sql, role)) continue;
        std::string may;
        sql << "SELECT CASE WHEN rolcreaterole OR rolsuper THEN 'yes' ELSE 'no' END FROM pg_roles"
               " WHERE rolname = current_user",
            soci::into(may);
        if (may != "yes") {
            throw RegisterError({ErrorKind::Storage, where,
                                 fmt::format("the role {} is not there, and this user may not make it", role),
                                 "Let the server's administrator make hamer_clerk, hamer_secretary and hamer_all "
                                 "(docs/register.md)"});
        }
        sql << fmt::format("CREATE ROLE {} NOLOGIN", role);
    }
    for (const char* table : {"record", "record_revision", "duty", "delivery", "access", "erasure", "record_search"}) {
        sql << fmt::format("ALTER TABLE {} ENABLE ROW LEVEL SECURITY", table);
    }
    allow(sql, "hamer_clerk", "'council', 'both'");
    allow(sql, "hamer_secretary", "'college', 'both'");
    allow(sql, "hamer_all", {});
    for (const char* role : roles) {
        sql << fmt::format(
            "GRANT SELECT, INSERT, UPDATE, DELETE ON record, record_revision, duty, delivery,"
            " record_search, session_mark TO {}",
            role);
        sql << fmt::format("GRANT SELECT, INSERT ON access, erasure TO {}", role);
        sql << fmt::format("GRANT SELECT ON hamer_schema TO {}", role);
        sql << fmt::format("GRANT USAGE ON SEQUENCE record_number TO {}", role);
    }
}

}  // namespace hamer
