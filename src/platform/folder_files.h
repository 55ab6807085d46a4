// All files of a folder that a person names, read once at the start.
#pragma once

#include "base/result.h"

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace hamer {

// By their way from the folder, with slashes: "app/main.js". Only plain files, and folders in it, for whose name
// `wanted` says yes; links are left out, whatever they lead to. Refuses a folder that is not there or is a link itself,
// and one whose files have more than `limit` bytes together or go more than eight folders deep.
[[nodiscard]] Result<std::map<std::string, std::string>> read_folder_files(
    const std::filesystem::path& folder, std::size_t limit, const std::function<bool(std::string_view name)>& wanted);

}  // namespace hamer
