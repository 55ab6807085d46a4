#include "base/attempt.h"
#include "base/text.h"
#include "platform/socket.h"
#include "register/module/postgresql_module.h"
#include "register/module/server_errors.h"

#include <array>
#include <chrono>
#include <cstdlib>
#include <fmt/format.h>
#include <libpq-fe.h>
#include <memory>
#include <soci/postgresql/soci-postgresql.h>
#include <utility>
#include <vector>

namespace hamer {

namespace {

using Clock = std::chrono::steady_clock;
using Connection = std::unique_ptr<PGconn, decltype(&PQfinish)>;

// For what the place does not say: a host that is silent is left for the next one, and a link whose other end is gone
// without a word is noticed. The first in seconds, the second in milliseconds.
constexpr std::array<std::pair<std::string_view, std::string_view>, 6> usual = {{
    {"connect_timeout", "3"},
    {"tcp_user_timeout", "10000"},
    {"keepalives_idle", "10"},
    {"keepalives_interval", "3"},
    {"keepalives_count", "3"},
    {"fallback_application_name", "hamer"},
}};

void add(std::string& parameters, std::string_view key, std::string_view value) {
    parameters += fmt::format("{}{}='", parameters.empty() ? "" : " ", key);
    for (const char c : value) {
        if (c == '\'' || c == '\\') parameters += '\\';
        parameters += c;
    }
    parameters += '\'';
}

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
    bool by_service = std::getenv("PGSERVICE") != nullptr;  // then the administrator's file says it
    for (const PQconninfoOption* option = options.get(); option->keyword != nullptr; ++option) {
        const std::string_view key = option->keyword;
        if (option->val != nullptr) {
            add(parameters, key, option->val);
            by_service = by_service || key == "service";
            continue;
        }
        for (const auto& [word, value] : usual) {
            const bool in_environment = option->envvar != nullptr && std::getenv(option->envvar) != nullptr;
            if (word == key && !by_service && !in_environment) add(parameters, key, value);
        }
    }
    return parameters;
}

// Asks once more, for the SQLSTATE alone, which libpq gives in no other way: a state for each host that was tried,
// empty where that did not answer so.
std::vector<std::string> states_at_the_door(const std::string& parameters) {
    const Connection door(PQconnectStart(parameters.c_str()), &PQfinish);
    if (!door) return {};
    PQsetErrorVerbosity(door.get(), PQERRORS_SQLSTATE);
    const auto deadline = Clock::now() + std::chrono::seconds(1);
    auto state = PGRES_POLLING_WRITING;
    while (state != PGRES_POLLING_OK && state != PGRES_POLLING_FAILED && Clock::now() < deadline) {
        const SocketUse use = state == PGRES_POLLING_READING ? SocketUse::Reading : SocketUse::Writing;
        wait_for_socket(PQsocket(door.get()), use, std::chrono::milliseconds(100));
        state = PQconnectPoll(door.get());
    }
    if (PQconnectionNeedsPassword(door.get())) return {"28P01"};
    std::vector<std::string> states;
    const std::string said = PQerrorMessage(door.get());
    // A line for each host: "connection to server at …, port … failed: FATAL:  28P01"; more about it is indented.
    for (std::size_t at = 0; at < said.size();) {
        const auto end = std::min(said.find('\n', at), said.size());
        const std::string_view line = std::string_view(said).substr(at, end - at);
        at = end + 1;
        if (line.empty() || line.starts_with('\t')) continue;
        const auto mark = line.rfind(":  ");
        const bool is_state = mark != std::string_view::npos && line.size() - mark == 8;
        states.emplace_back(is_state ? line.substr(mark + 3) : std::string_view());
    }
    return states;
}

// What a server wants to be read, but nobody does here.
void hear_nothing(void*, const PGresult*) {}

// SQLSTATE 01000 at a COMMIT says one thing only: it is done here, and the wait for the copy was broken off.
void hear_warning(void* warned, const PGresult* notice) {
    const char* state = PQresultErrorField(notice, PG_DIAG_SQLSTATE);
    if (state && std::string_view(state) == "01000") *static_cast<bool*>(warned) = true;
}

PGconn* connection_of(soci::session& sql) {
    return static_cast<soci::postgresql_session_backend&>(*sql.get_backend()).conn_;
}

}  // namespace

Status connect_to_server(soci::session& sql, const std::string& location, const std::string& where) {
    ASSIGN_OR_RETURN(const auto parameters, as_parameters(location, where));
    const auto begun = Clock::now();
    try {
        sql.open(*soci::factory_postgresql(), parameters);
    } catch (const soci::soci_error& error) {
        const bool at_once = Clock::now() - begun < std::chrono::seconds(1);
        return tl::unexpected<Error>(explain_closed_door(
            where, at_once ? states_at_the_door(parameters) : std::vector<std::string>(), error.get_error_message()));
    }
    PQsetNoticeReceiver(connection_of(sql), &hear_nothing, nullptr);
    return {};
}

Status commit_on_server(soci::session& sql, const std::string& where) {
    bool warned = false;
    PGconn* const connection = connection_of(sql);
    PQsetNoticeReceiver(connection, &hear_warning, &warned);
    const std::shared_ptr<void> afterwards(
        nullptr, [connection](void*) { PQsetNoticeReceiver(connection, &hear_nothing, nullptr); });
    sql << "COMMIT";
    if (!warned) return {};
    return fail(ErrorKind::Storage, where, "this is stored, but the second server did not say in time that it has it",
                "Save it again later, and let the administrator look at the second server", Trouble::InDoubt);
}

}  // namespace hamer
