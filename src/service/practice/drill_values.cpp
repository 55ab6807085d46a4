#include "service/practice/drill_values.h"

#include <algorithm>

namespace hamer {

DrillFacts KeptDrill::facts(const Session& session, Instant now) const {
    const std::int64_t passed_ms = std::max<std::int64_t>(0, now.milliseconds - began().milliseconds);
    return {*scenario, session, drill, acts, drill.result ? drill.result->lasted_ms : passed_ms};
}

}  // namespace hamer
