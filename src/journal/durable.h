// Whole small files that must survive a power cut.
#pragma once

#include "platform/files.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace hamer {

// Makes a file that did not exist; when this returns, its bytes and its name are durable. After a failure no
// beginning of it is left, save where this dies or the disk takes nothing back.
[[nodiscard]] Status write_new_file(FileSystem& files, const std::filesystem::path& path, std::string_view bytes);

// Puts the bytes in the place of the file: written beside it (`<path>.new`), synced, renamed over it. Whenever this
// dies, either the old file or the new one is there, whole. Callers hold the folder's lock.
[[nodiscard]] Status replace_file(FileSystem& files, const std::filesystem::path& path, std::string_view bytes);

// A failure on the file `beside` the one that was asked for, told of that one: nobody knows the other's name.
[[nodiscard]] Status told_of(Status done, const std::filesystem::path& beside, const std::string& asked);

// Copies bytes to `path`, or `path`.2, .3 … when that name is taken by other bytes; gives the name used. Never
// overwrites, and makes no second copy when the same bytes are already there.
[[nodiscard]] Result<std::filesystem::path> keep_copy(FileSystem& files, const std::filesystem::path& path,
                                                      std::string_view bytes);

}  // namespace hamer
