// What a record of something held to learn from (5.2) still needs.
#pragma once

#include "record/completeness.h"

#include <vector>

namespace hamer {

[[nodiscard]] std::vector<Missing> missing_learning(const IncidentRecord& record);

}  // namespace hamer
