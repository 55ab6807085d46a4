// Deliveries, stored in the same transaction as the revision that they carry. Internal to register/.
#pragma once

#include "base/time.h"
#include "register/soci.h"

#include <string>
#include <vector>

namespace hamer {

void queue(soci::session& sql, const std::string& id, int revision, const std::vector<std::string>& targets,
           Instant now);
// Whether an earlier revision was queued: then whoever has it must hear of what changed since, also of a withdrawal.
[[nodiscard]] bool was_delivered(soci::session& sql, const std::string& id);

}  // namespace hamer
