// What must hold in every situation, as a procedure's file says it under "properties". Internal to codec/.
#pragma once

#include "codec/json/cursor.h"
#include "procedure/procedure.h"

namespace hamer {

// Throws as Cursor does, where it is not one rule of a known kind.
[[nodiscard]] Property read_property(const Procedure& procedure, const Cursor& at);

}  // namespace hamer
