// The triggers on a server's tables. Internal to register/.
#pragma once

#include "register/soci.h"

#include <string>

namespace hamer {

// `schema` is where the tables are, as an identifier of SQL. Nobody can have a function look elsewhere: each has its
// search path, with temporary tables last.
void make_row_rules(soci::session& sql, const std::string& schema);

}  // namespace hamer
