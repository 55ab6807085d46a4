// Names of files as this system's calls take them.
//
// A name is given to the system as it is, with the prefix \\?\, so that it may be longer than 260 characters and that
// nothing is made of it but what it says. Without the prefix Windows takes away a full stop or a space at the end, and
// opens a device for names such as CON, whatever stands around them; so a name of those kinds, and one with a colon,
// which would name a second stream within a file, is refused in words: no other program could open or remove it.
// https://learn.microsoft.com/windows/win32/fileio/naming-a-file
#pragma once

#include "base/result.h"

#include <filesystem>
#include <string>

namespace hamer {

// Of kind Storage where it is refused. Any thread.
[[nodiscard]] Result<std::wstring> system_name(const std::filesystem::path& path);

// As Hamer shows it: the name without the prefix.
[[nodiscard]] std::filesystem::path shown_name(std::wstring_view name);

}  // namespace hamer
