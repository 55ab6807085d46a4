// From the session to the register: the incident records of a closed meeting, once, also after a crash between the two.
#pragma once

#include "base/result.h"
#include "base/time.h"
#include "journal/line.h"
#include "platform/files.h"
#include "register/register.h"
#include "service/handover/handed_over.h"
#include "service/handover/witnesses.h"
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

// The register of these settings, which queues complete records for the targets in them.
[[nodiscard]] Result<Register> open_register(const Settings& settings, const std::filesystem::path& data);

// Puts the incidents of a session that is open in this program in the register as they stand at `head`, its last
// durable entry; a record that did not change makes no new revision. The journal is read from the disk for it and
// proven: refused where it is not what was recorded, or does not pass through a mark. Then the mark of its end is
// signed and kept by every witness that can be reached. Entries that were
// recorded after `head` are left for the next time. Gives what the register has of the session now, in the order of its
// incidents: a record that was erased stays away.
[[nodiscard]] Result<std::vector<HandedOver>> hand_over_session(FileSystem& files, const Session& session,
                                                                const std::string& id, const Position& head,
                                                                const Settings& settings, const WitnessPlaces& places,
                                                                const Stamp& now);

// Makes this device's key where there is none, so that its fingerprint can be written down before there is anything to
// sign. Why nothing can be signed, where the key cannot be made or used.
[[nodiscard]] std::optional<Error> ready_key(FileSystem& files, const WitnessPlaces& places);

// Does the same for each session whose meeting is closed and whose journal grew since it was last handed over.
// Gives why a session was left out, for each that was refused; an error only where the register fails, for the first.
[[nodiscard]] Result<std::vector<Error>> hand_over_waiting(FileSystem& files, const Settings& settings,
                                                           const WitnessPlaces& places, const Stamp& now);

}  // namespace hamer
