// A scenario made of what really happened, for practising it again: anonymous, as no program can tell which text names
// a person.
#pragma once

#include "base/result.h"
#include "drill/scenario.h"
#include "session/session.h"

#include <string>

namespace hamer {

// The first disturbance of a meeting: what was recorded is expected again, each step after the one before it, within
// half as much time again as it took. Only events, choices and flags are taken over; no text that anybody typed, no
// name, no date. Refused when there was no disturbance, or nothing was recorded after it began.
[[nodiscard]] Result<DrillScenario> scenario_from(const Session& session, const std::string& id);

}  // namespace hamer
