// What was kept for long enough and is destroyed from the overview: what goes and what stays, where the statement
// comes, and what became of it.
#pragma once

#include "service/clerk/clerk_values.h"

#include <optional>

namespace hamer::ui {

struct DestroyPanel {
    PastRetention found{};
    std::optional<FilePlace> statement{};  // nothing: not chosen yet
    std::optional<DestroyedOld> done{};
};

}  // namespace hamer::ui
