// What was put right, noted, deviated from or added later, for each incident. Internal to record/.
#pragma once

#include "record/timeline.h"

namespace hamer {

void add_corrections(const Session& session, std::vector<Case>& cases);

}  // namespace hamer
