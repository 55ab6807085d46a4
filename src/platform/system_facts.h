// What a machine says of itself, for a report that an administrator sends in. Any thread.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace hamer {

// The system's name and version, and the kind of processor: "Debian GNU/Linux 12 (bookworm), Linux 6.1.0, x86_64".
// Neither the machine's name nor the user's is in it.
[[nodiscard]] std::string system_in_words();
// Of the time zone, as the system calls it: "Europe/Amsterdam", "W. Europe Standard Time". Empty where it has none.
[[nodiscard]] std::string zone_name();
// Whether the machine has a screen that is touched; nothing where the system does not tell.
[[nodiscard]] std::optional<bool> has_touch_screen();
// The folder of all that is the user's; a report leaves it out, as it is mostly named after the user.
[[nodiscard]] std::optional<std::filesystem::path> user_home();

}  // namespace hamer
