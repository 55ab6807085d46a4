// The drills that were held on this device, as their debriefs say.
#pragma once

#include "drill/held.h"
#include "platform/files.h"

#include <filesystem>
#include <optional>
#include <vector>

namespace hamer {

// The latest first, also those that were not finished (without a result). A file that cannot be read is left out.
[[nodiscard]] Result<std::vector<HeldDrill>> drills_begun(FileSystem& files, const std::filesystem::path& data);
// Those that were finished, which alone are a proof.
[[nodiscard]] Result<std::vector<HeldDrill>> held_drills(FileSystem& files, const std::filesystem::path& data);

// The latest one of this device, where it was not finished and began less than a day before `now`: the program's first
// screen mentions it. One that was left longer ago is only in the list.
[[nodiscard]] std::optional<HeldDrill> broken_off(FileSystem& files, const std::filesystem::path& data, Instant now);

}  // namespace hamer
