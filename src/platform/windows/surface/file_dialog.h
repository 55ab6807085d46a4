// The window of Windows in which a file is chosen, and opening a file with the program for it. Each call may take as
// long as a person or another program takes: on a thread of its own.
#pragma once

#include "platform/desktop_files.h"

#include <atomic>
#include <cstdint>

namespace hamer {

// The window that is open, for who wants it closed: 0 before and after.
using OpenDialog = std::atomic<std::uintptr_t>;

[[nodiscard]] ChosenFile choose_by_dialog(const FileChoice& choice, OpenDialog& open);
[[nodiscard]] Status open_by_shell(const std::filesystem::path& file);

}  // namespace hamer
