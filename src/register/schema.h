// The register's tables, by version. Internal to register/.
#pragma once

#include "register/soci.h"

#include <string>

namespace hamer {

constexpr int schema_version = 6;

// Makes or migrates the tables, in one transaction. Throws a RegisterError when the database belongs to a newer Hamer,
// or to another program.
void bring_up_to_date(soci::session& sql, const std::string& where);

}  // namespace hamer
