// Whose a session is. One that was recorded on this device has no file `origin.json` in its folder; one that came from
// another device has it from the first, and whoever would go on with it is refused (meeting_service.h): its copies must
// never differ. It is evidence of nothing and says only how to treat the folder. One thread.
#pragma once

#include "base/result.h"
#include "platform/files.h"
#include "record/session_origin.h"

#include <filesystem>
#include <optional>
#include <string_view>

namespace hamer {

inline constexpr std::string_view origin_name = "origin.json";

// Of a session's folder; nothing where it is this device's own. What cannot be understood is of another device all the
// same. An error only where the disk does not say.
[[nodiscard]] Result<std::optional<SessionOrigin>> origin_of(FileSystem& files, const std::filesystem::path& folder);

// This device, as its sessions carry it to others: its name in the network, and its key where it has one already. The
// folder is the device's own (device_key.h), and may be empty.
[[nodiscard]] SessionOrigin this_device(FileSystem& files, const std::filesystem::path& state);

}  // namespace hamer
