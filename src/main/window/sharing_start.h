// The link of a window with the keeper that this device is paired with.
#pragma once

#include "platform/files.h"
#include "service/meeting/meeting_service.h"
#include "service/sharing/sharing.h"
#include "ui/shell/log_link.h"

#include <filesystem>
#include <memory>

namespace hamer {

// Null where this device is not paired; else it brings what is recorded to its keeper from the first session on.
// Reads the disk. `clock` is for ever.
[[nodiscard]] Result<std::shared_ptr<Sharing>> open_sharing(FileSystem& files, const std::filesystem::path& state,
                                                            const Clock& clock);

// For the screens on that meeting; null for null.
[[nodiscard]] std::shared_ptr<ui::LogLink> log_link(MeetingService& meeting, std::shared_ptr<Sharing> sharing);

}  // namespace hamer
