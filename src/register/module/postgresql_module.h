// What the module hamer-postgresql does: all that needs libpq. The functions are in the module alone; the program
// reaches them through the table, behind register/connection.h.
#pragma once

#include "base/result.h"
#include "register/soci.h"

#include <optional>
#include <string>

namespace hamer {

// A server that is not there is given up within seconds, also in the middle of a statement, unless the place itself
// says how long (connect_timeout, tcp_user_timeout and the like).
[[nodiscard]] Status connect_to_server(soci::session& sql, const std::string& location, const std::string& where);
// The present exception, where it is the server's. Call it in a catch block only.
[[nodiscard]] std::optional<Error> explain_server_exception(const std::string& where);
// COMMIT. Fails where the server left off waiting for the one that copies it; throws what the other two explain.
[[nodiscard]] Status commit_on_server(soci::session& sql, const std::string& where);

struct PostgresqlModule {
    decltype(&connect_to_server) connect;
    decltype(&explain_server_exception) explain;
    decltype(&commit_on_server) commit;
};

}  // namespace hamer
