// A procedure file (config/schema/procedure.schema.json) as a Procedure, with every name resolved.
#pragma once

#include "base/result.h"
#include "procedure/procedure.h"

#include <string>
#include <string_view>

namespace hamer {

// `file` names it in errors. Refuses unknown keys, unknown names and duplicates; says file, place and expectation.
[[nodiscard]] Result<Procedure> read_procedure(std::string_view text, const std::string& file);

}  // namespace hamer
