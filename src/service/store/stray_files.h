// What other programs leave in a folder of Hamer's: file managers, programs that copy folders between machines, office
// programs. It is no part of a session and no scenario: not read, not exported, and no reason to stop.
#pragma once

#include <string_view>

namespace hamer {

// In any folder: hidden and temporary files, those of file managers, and copies beside a file that was changed on two
// machines ("conflicterende kopie", "sync-conflict").
[[nodiscard]] bool is_stray(std::string_view name);
// In a session's folder, where Hamer writes small letters, digits, points and dashes only: everything else as well,
// such as the same file with a machine's name behind it.
[[nodiscard]] bool is_stray_in_session(std::string_view name);

}  // namespace hamer
