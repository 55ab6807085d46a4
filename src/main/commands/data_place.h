// Whether a data folder lies where a journal is safe.
#pragma once

#include "base/result.h"
#include "platform/disk_place.h"

#include <filesystem>
#include <optional>

namespace hamer {

// What is to be feared of such a place, and what to do; nothing of a disk of this machine, or of a place of which
// nothing is known. Never a reason to refuse a meeting. A folder in memory or on a stick is not counted: whoever has
// one there knows it.
[[nodiscard]] std::optional<Error> doubt_about(const std::filesystem::path& data, const FolderPlace& place);

// On standard error, once by each program.
void warn_of_place(const std::filesystem::path& data);

}  // namespace hamer
