// How the register reaches each kind of database, and what its errors mean. Internal to register/.
#pragma once

#include "base/result.h"
#include "register/soci.h"

#include <optional>
#include <string>

namespace hamer {

// Each opens the connection and brings the tables up to date; throws. `where` is the place as people may read it.
void open_sqlite(soci::session& sql, const std::string& path, const std::string& where);
void open_server(soci::session& sql, const std::string& connection, const std::string& where);
// Ends a server's transaction; throws, also where its copy on a second server is in doubt.
void commit_server(soci::session& sql);

[[nodiscard]] Error explain_sqlite(const std::string& where, int code, const std::string& message);
// The present exception, where it came from a server. Call it in a catch block only.
[[nodiscard]] std::optional<Error> explain_server(const std::string& where);

}  // namespace hamer
