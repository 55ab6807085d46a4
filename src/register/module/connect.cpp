#include "base/text.h"
#include "register/module/postgresql_module.h"

#include <fmt/format.h>
#include <libpq-fe.h>
#include <memory>
#include <soci/postgresql/soci-postgresql.h>

namespace hamer {

namespace {

// SOCI takes a URL apart wrongly; libpq's own reader does it.
Result<std::string> as_parameters(const std::string& url, const std::string& where) {
    char* problem = nullptr;
    const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> options(PQconninfoParse(url.c_str(), &problem),
                                                                               &PQconninfoFree);
    const std::unique_ptr<char, decltype(&PQfreemem)> freed(problem, &PQfreemem);
    if (!options) {
        // Not libpq's words, which quote the password.
        return fail(ErrorKind::Usage, where, "expected a server as postgresql://user@host:port/database",
                    "Mend the register's place in the settings", Trouble::WrongAddress);
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

Error explain(const std::string& where, const std::string& state, const std::string& message) {
    const auto storage = [&](Trouble trouble, std::string problem, std::string advice) {
        return Error{ErrorKind::Storage, where, std::move(problem), std::move(advice), trouble};
    };
    const auto of_class = [&](std::string_view code) { return state.starts_with(code); };
    if (state == "42501") {
        return {
            ErrorKind::Refused, where,
            "this user may not do that here: the record is of another reporting line, or it is what nobody may change",
            "Ask whoever keeps that line, or let the administrator give you its role", Trouble::OtherOffice};
    }
    // Nothing of a message about values: those are personal data. One about the connection has none. Where the link
    // broke in the middle of it there is no state at all.
    if (of_class("08") || state.find_first_not_of(' ') == std::string::npos) {
        return storage(Trouble::NotReachable, fmt::format("the server cannot be reached: {}", printable(message, 300)),
                       "Check that it runs, its address, and the user and password in the settings or ~/.pgpass");
    }
    if (state == "25006") {
        return storage(Trouble::NotReachable, "this server only copies another one, and takes nothing itself",
                       "Name both servers, with target_session_attrs=read-write (docs/register.md)");
    }
    if (state == "53300") return storage(Trouble::InUse, "the server has no connection left", "Try again in a moment");
    if (of_class("53"))
        return storage(Trouble::NoSpace, "the server has no room left", "Free some space on the server");
    if (of_class("40") || state == "55P03") {
        return storage(Trouble::InUse, "another program was writing to the register", "Try again");
    }
    if (state == "57014") return storage(Trouble::TimedOut, "the server took too long and stopped this", "Try again");
    if (of_class("25") || of_class("57"))
        return storage(Trouble::NotReachable, "the server stopped this", "Try again when it is back");
    // A connection that is not the same one from one statement to the next.
    if (state == "26000" || state == "42P05") {
        return storage(Trouble::Pooler, "what stands between Hamer and the server gives each statement another link",
                       "Let it keep one link for a session: pool_mode = session in pgbouncer");
    }
    // A table or a column that is not there.
    if (state == "42P01" || state == "42703" || state == "3F000") {
        return storage(Trouble::ForeignRegister, "the register's tables are not as Hamer made them",
                       "Put back a copy of the database");
    }
    if (of_class("58")) return storage(Trouble::Disk, "the server's disk failed", "Look into the server's log");
    return storage(Trouble::Unnamed, fmt::format("the server answered with SQLSTATE {}", printable(state, 10)),
                   "Look it up in the server's log");
}

}  // namespace

Status connect_to_server(soci::session& sql, const std::string& location, const std::string& where) {
    const auto parameters = as_parameters(location, where);
    if (!parameters) return tl::unexpected<Error>(parameters.error());
    try {
        sql.open(*soci::factory_postgresql(), *parameters);
    } catch (const soci::soci_error& error) {
        return tl::unexpected<Error>(explain(where, "08000", error.get_error_message()));
    }
    return {};
}

std::optional<Error> explain_server_exception(const std::string& where) {
    try {
        throw;
    } catch (const soci::postgresql_soci_error& error) {
        return explain(where, error.sqlstate(), error.get_error_message());
    } catch (...) {
        return std::nullopt;
    }
}

}  // namespace hamer
