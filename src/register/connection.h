// How the register reaches each kind of database, and what its errors mean. Internal to register/.
#pragma once

#include "base/result.h"
#include "register/soci.h"

#include <optional>
#include <string>

namespace hamer {

[[nodiscard]] bool is_server(const std::string& location);  // postgresql://… or postgres://…
// The location without a password, for people to read.
[[nodiscard]] std::string without_password(const std::string& location);

// Each opens the connection and brings the tables up to date; throws.
void open_sqlite(soci::session& sql, const std::string& path, const std::string& where);
void open_server(soci::session& sql, const std::string& location, const std::string& where);

[[nodiscard]] Error explain_sqlite(const std::string& where, int code, const std::string& message);
// The present exception, where it came from a server. Call it in a catch block only.
[[nodiscard]] std::optional<Error> explain_server(const std::string& where);

// Roles and row-level security: a reader sees the records of its reporting line only (7.1). In the transaction that
// made the tables.
void make_roles(soci::session& sql, const std::string& where);

}  // namespace hamer
