#include "base/text.h"
#include "register/connection.h"
#include "register/database.h"
#include "register/schema.h"

#include <array>
#include <fmt/format.h>
#include <libpq-fe.h>
#include <memory>

namespace hamer {

namespace {

constexpr std::array roles = {"hamer_clerk", "hamer_secretary", "hamer_all"};

bool has_role(soci::session& sql, const std::string& role) {
    int count = 0;
    sql << "SELECT COUNT(*) FROM pg_roles WHERE rolname = :role", soci::into(count), soci::use(role);
    return count > 0;
}

// SOCI takes a URL apart wrongly; libpq's own reader does it.
std::string as_parameters(const std::string& url, const std::string& where) {
    char* problem = nullptr;
    const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> options(PQconninfoParse(url.c_str(), &problem),
                                                                               &PQconninfoFree);
    const std::unique_ptr<char, decltype(&PQfreemem)> freed(problem, &PQfreemem);
    if (!options) {
        // Not libpq's words, which quote the password.
        throw RegisterError({ErrorKind::Usage, where, "expected a server as postgresql://user@host:port/database",
                             "Mend the register's place in the settings"});
    }
    std::string parameters;
    for (const PQconninfoOption* option = options.get(); option->keyword != nullptr; ++option) {
        if (option->val == nullptr) continue;
        std::string value;
        for (const char c : std::string_view(option->val)) {
            if (c == '\'' || c == '\\') value += '\\';
            value += c;
        }
        parameters += fmt::format("{}{}='{}'", parameters.empty() ? "" : " ", option->keyword, value);
    }
    return parameters;
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

Error explain_postgresql(const std::string& where, const std::string& state, const std::string& message) {
    const auto storage = [&](std::string problem, std::string advice) {
        return Error{ErrorKind::Storage, where, std::move(problem), std::move(advice)};
    };
    const auto of_class = [&](std::string_view code) { return state.starts_with(code); };
    if (state == "42501") {
        return {ErrorKind::Refused, where, "this user may not do that here: the record is of another reporting line",
                "Ask whoever keeps that line, or let the administrator give you its role"};
    }
    if (of_class("53")) return storage("the server has no room left", "Free some space on the server");
    if (of_class("40") || state == "55P03") {
        return storage("another program was writing to the register", "Try again");
    }
    if (of_class("25") || of_class("57")) return storage("the server stopped this", "Try again when it is back");
    if (of_class("42")) {
        return storage("the register's tables are not as Hamer made them", "Put back a copy of the database");
    }
    // Nothing of a message about values: those are personal data. One about the connection has none.
    if (of_class("08")) {
        return storage(fmt::format("the server cannot be reached: {}", printable(message, 300)),
                       "Check that it runs, its address, and the user and password in the settings or ~/.pgpass");
    }
    return storage(fmt::format("the server answered with SQLSTATE {}", printable(state, 10)),
                   "Look it up in the server's log");
}

void open_postgresql(soci::session& sql, const std::string& location, const std::string& where) {
    const std::string parameters = as_parameters(location, where);
    try {
        sql.open(*soci::factory_postgresql(), parameters);
    } catch (const soci::soci_error& error) {
        throw RegisterError(explain_postgresql(where, "08000", error.get_error_message()));
    }
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
