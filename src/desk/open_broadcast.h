// The control of the broadcast that the settings and the user chose.
#pragma once

#include "broadcast/broadcast.h"
#include "session/settings.h"

#include <filesystem>
#include <functional>
#include <memory>

namespace hamer {

// Null for the regie, which no program controls. What is owed to the broadcast is kept in <data>/broadcast.json, so
// that it is put back also after this program was killed; a broken one is kept aside and counts for nothing. `clock`
// outlives the control; `changed` is called from another thread.
[[nodiscard]] std::unique_ptr<BroadcastControl> open_broadcast(BroadcastWay way, const BroadcastSettings& settings,
                                                               const std::filesystem::path& data, const Clock& clock,
                                                               std::function<void()> changed);

}  // namespace hamer
