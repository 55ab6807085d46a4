// From the session to the register: the incident records of a closed meeting, once, also after a crash between the two.
#pragma once

#include "base/result.h"
#include "base/time.h"
#include "journal/file.h"
#include "journal/line.h"
#include "session/session.h"
#include "session/settings.h"

#include <filesystem>
#include <string>
#include <vector>

namespace hamer {

// The register's file: its name in the settings, from the data folder.
[[nodiscard]] std::string register_location(const Settings& settings, const std::filesystem::path& data);

// Puts the session's incidents in the register as they stand at `head`; a record that did not change makes no new
// revision. Gives the ids of the session's records.
[[nodiscard]] Result<std::vector<std::string>> hand_over_session(const Session& session, const std::string& id,
                                                                 const Position& head, const Settings& settings,
                                                                 const std::filesystem::path& data, const Stamp& now);

// Does the same for each session whose meeting is closed and whose journal grew since it was last handed over.
// Goes on after a session that is refused, and gives the first problem at the end.
[[nodiscard]] Status hand_over_waiting(FileSystem& files, const Settings& settings, const std::filesystem::path& data,
                                       const Stamp& now);

}  // namespace hamer
