// The bytes of a register's file, to look whether what was erased is gone. Internal to register/.
#pragma once

#include "register/soci.h"

#include <string>

namespace hamer {

// Read by SQLite's own handle. A descriptor of our own, once it is closed, would drop every lock that this process has
// on the file (POSIX), and with them what keeps other programs from taking the file for one that nobody uses:
// https://www.sqlite.org/howtocorrupt.html, 2.2. Throws what guarded() turns into an Error.
[[nodiscard]] std::string bytes_of_file(soci::session& sql, const std::string& where);

}  // namespace hamer
