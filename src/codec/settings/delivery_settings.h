// "deliver" in the settings. Internal to codec/settings.
#pragma once

#include "codec/json/cursor.h"
#include "session/settings.h"

#include <string>

namespace hamer {

// What a receiver would refuse is refused here, with its place.
[[nodiscard]] DeliveryTargets read_delivery_targets(const Cursor& at);

// An address where something listens: the grammar's, with a host.
void check_address(const Cursor& at, const std::string& url);

}  // namespace hamer
