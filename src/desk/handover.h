// From the session to the register: the incident records of a closed meeting, once, also after a crash between the two.
#pragma once

#include "base/result.h"
#include "base/time.h"
#include "journal/file.h"
#include "journal/line.h"
#include "register/register.h"
#include "session/session.h"
#include "session/settings.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace hamer {

// The register's file, whose name in the settings is from the data folder; or its server.
[[nodiscard]] std::string register_location(const Settings& settings, const std::filesystem::path& data);

// The same as people may read it: without a password.
[[nodiscard]] std::string shown_register(const Settings& settings, const std::filesystem::path& data);

// The names of the targets of deliveries in the register.
inline constexpr std::string_view folder_target = "folder";
inline constexpr std::string_view https_target = "https";

// The register of these settings, which queues complete records for the targets in them.
[[nodiscard]] Result<Register> open_register(const Settings& settings, const std::filesystem::path& data);

// A record as the register has it, for the last card: whose it is, and how much the clerk still has to add.
struct HandedOver {
    std::string id;
    std::size_t missing = 0;
};

// Puts the session's incidents in the register as they stand at `head`; a record that did not change makes no new
// revision. Gives the session's records in the order of its incidents.
[[nodiscard]] Result<std::vector<HandedOver>> hand_over_session(const Session& session, const std::string& id,
                                                                const Position& head, const Settings& settings,
                                                                const std::filesystem::path& data, const Stamp& now);

// Does the same for each session whose meeting is closed and whose journal grew since it was last handed over.
// Goes on after a session that is refused, and gives the first problem at the end.
[[nodiscard]] Status hand_over_waiting(FileSystem& files, const Settings& settings, const std::filesystem::path& data,
                                       const Stamp& now);

}  // namespace hamer
