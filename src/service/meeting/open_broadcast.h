// The control of the broadcast that the settings and the user chose.
#pragma once

#include "broadcast/broadcast.h"
#include "platform/files.h"
#include "session/settings.h"

#include <filesystem>
#include <functional>
#include <memory>

namespace hamer {

// Null for the regie, which no program controls. What is owed to the broadcast is kept in <data>/broadcast.json, so
// that it is put back also after this program was killed; a broken one is kept aside and counts for nothing. `clock`
// outlives the control; `changed` is called from another thread. `files` are used by both threads, and must give up in
// time: a disk that hangs keeps neither the window nor the pause waiting.
[[nodiscard]] std::unique_ptr<BroadcastControl> open_broadcast(BroadcastWay way, const BroadcastSettings& settings,
                                                               const std::filesystem::path& data,
                                                               std::shared_ptr<FileSystem> files, const Clock& clock,
                                                               std::function<void()> changed);

}  // namespace hamer
