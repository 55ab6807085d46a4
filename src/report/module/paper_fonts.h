// The fonts of papers and of the slate.
#pragma once

#include "base/result.h"

#include <filesystem>
#include <optional>

namespace hamer {

// Has all that is drawn after it take its fonts from that folder and from nowhere else, so that a page breaks in the
// same places on every machine; without a folder from the system's. An Error where the folder has none: a page would be
// one of empty boxes.
[[nodiscard]] Status take_fonts(const std::optional<std::filesystem::path>& folder);

// Those of this program, taken once.
[[nodiscard]] const Status& paper_fonts();

}  // namespace hamer
