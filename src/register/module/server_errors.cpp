#include "register/module/server_errors.h"

#include "base/text.h"
#include "register/module/postgresql_module.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <soci/postgresql/soci-postgresql.h>
#include <string_view>

namespace hamer {

namespace {

struct Meaning {
    std::string_view state;  // an SQLSTATE, or the class of some: its first two characters
    Trouble trouble;
    const char* problem;
    const char* advice;
};

// A link that is not the same one from one statement to the next.
constexpr Meaning another_link(std::string_view state) {
    return {state, Trouble::Pooler, "what stands between Hamer and the server gives each statement another link",
            "Let it keep one link for a session: pool_mode = session in pgbouncer"};
}

// A table, a column, a function or a type that is not there or is another.
constexpr Meaning other_tables(std::string_view state) {
    return {state, Trouble::OtherTables, "the register's tables are not as Hamer made them",
            "Keep the database as it is, and let the administrator put back a copy"};
}

// The first that fits. A pooler's own errors are all of class 08, as are those of a link.
constexpr std::array meanings = {
    Meaning{"08", Trouble::NotReachable, "the server cannot be reached",
            "Check that it runs, its address, and the user and password in the settings or the password file "
            "(docs/register.md)"},
    Meaning{"25006", Trouble::TakesNoWrites, "this server only copies another one, and takes nothing itself",
            "Name both servers, with target_session_attrs=read-write (docs/register.md)"},
    Meaning{"25", Trouble::NotReachable, "the server ended this link", "Try again"},
    Meaning{"57014", Trouble::TimedOut, "the server took too long and stopped this", "Try again"},
    Meaning{"57", Trouble::NotReachable, "the server stopped this", "Try again when it is back"},
    Meaning{"53100", Trouble::NoSpace, "the server's disk is full", "Free some space on the server"},
    Meaning{"53", Trouble::ServerBusy, "the server has no link, memory or room for this left", "Try again in a moment"},
    Meaning{"40", Trouble::InUse, "another program was writing to the register", "Try again"},
    Meaning{"55P03", Trouble::InUse, "another program was writing to the register", "Try again"},
    another_link("26000"),
    another_link("42P05"),
    other_tables("42P01"),
    other_tables("42703"),
    other_tables("42804"),
    other_tables("3F000"),
    Meaning{"28", Trouble::NotLetIn, "the server knows this user or password not, or does not let it in from here",
            "Check the user and the password in the settings or the password file (docs/register.md)"},
    Meaning{"3D000", Trouble::NotLetIn, "the server has no database of this name",
            "Check the database's name in the settings"},
    Meaning{"58", Trouble::ServerFailed, "the server's disk or system failed", "Look into the server's log"},
    Meaning{"XX", Trouble::ServerFailed, "something went wrong in the server", "Look into the server's log"},
    Meaning{"F0", Trouble::ServerFailed, "the server's own settings are wrong", "Look into the server's log"},
};

bool is_no_state(std::string_view state) { return state.find_first_not_of(' ') == std::string_view::npos; }

}  // namespace

Error explain_state(const std::string& where, const std::string& state, const std::string& message) {
    if (state == "42501") {
        return {
            ErrorKind::Refused, where,
            "this user may not do that here: the record is of another reporting line, or it is what nobody may change",
            "Ask whoever keeps that line, or let the administrator give you its role", Trouble::OtherOffice};
    }
    const std::string_view known = is_no_state(state) ? "08" : std::string_view(state);
    const auto found = std::ranges::find_if(meanings, [&](const Meaning& one) { return known.starts_with(one.state); });
    if (found == meanings.end()) {
        return {ErrorKind::Storage, where, fmt::format("the server answered with SQLSTATE {}", printable(state, 10)),
                "Look it up in the server's log", Trouble::ServerFailed};
    }
    std::string problem = found->problem;
    if (known.starts_with("08")) problem += ": " + printable(message, 400);
    return {ErrorKind::Storage, where, std::move(problem), found->advice, found->trouble};
}

Error explain_closed_door(const std::string& where, const std::vector<std::string>& states,
                          const std::string& message) {
    const bool all_answered = !states.empty() && std::ranges::none_of(states, &is_no_state);
    std::string state = all_answered ? states.back() : "08000";
    if (state == "42501") state = "28000";  // no right to connect
    Error error = explain_state(where, state, message);
    // Here the words are about the link, whatever they are.
    if (!state.starts_with("08")) error.problem += ": " + printable(message, 400);
    return error;
}

std::optional<Error> explain_server_exception(const std::string& where) {
    try {
        throw;
    } catch (const soci::postgresql_soci_error& error) {
        return explain_state(where, error.sqlstate(), error.get_error_message());
    } catch (...) {
        return std::nullopt;
    }
}

}  // namespace hamer
