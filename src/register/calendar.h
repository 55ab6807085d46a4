// The duties that a calendar is told of. Internal to register/.
#pragma once

#include "register/soci.h"

#include <string>

namespace hamer {

// The duties of a record that is about to be erased, as its row in `erasure` keeps them in `why`: a line each, of kind,
// person's id or "-", begin of the incident, begin and end of the duty, and revision, with a space between.
[[nodiscard]] std::string lapsed_with(soci::session& sql, const std::string& where, const std::string& id, int latest);

}  // namespace hamer
