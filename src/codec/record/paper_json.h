// A line of the list of files that Hamer made (service/store/papers.h).
#pragma once

#include "record/paper.h"

#include <optional>
#include <string>
#include <string_view>

namespace hamer {

// Without a sum of its bytes: that the file is gone.
[[nodiscard]] std::string write_paper_line(const Paper& paper);
// Nothing for a line that is none.
[[nodiscard]] std::optional<Paper> read_paper_line(std::string_view line);

}  // namespace hamer
