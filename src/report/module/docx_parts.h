// The parts of a file for Word, by their names in its zip. Internal to the module.
#pragma once

#include "base/time.h"
#include "report/document.h"

#include <string>
#include <utility>
#include <vector>

namespace hamer {

// In the order in which they stand in it: what says of which kind the parts are goes first.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> docx_parts(const Document& document, Instant made_at);

}  // namespace hamer
