// What a procedure's file says and cannot mean, where the reader asks no more than it always did.
#pragma once

#include "base/result.h"
#include "procedure/slip.h"

#include <string>
#include <string_view>
#include <vector>

namespace hamer {

// In the order of the file, which must be one that read_procedure takes.
[[nodiscard]] Result<std::vector<Slip>> slips_in(std::string_view text, const std::string& file);

}  // namespace hamer
