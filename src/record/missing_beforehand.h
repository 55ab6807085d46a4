// What a signal (chapter 2) or a risk estimate (5.1) still needs.
#pragma once

#include "record/completeness.h"

#include <vector>

namespace hamer {

[[nodiscard]] std::vector<Missing> missing_beforehand(const IncidentRecord& record);

}  // namespace hamer
