// Where things are: the data folder, the settings file, the second place, and what was read from them.
#pragma once

#include "base/result.h"
#include "service/meeting/meeting_service.h"
#include "session/settings.h"

#include <filesystem>
#include <optional>
#include <string>

namespace hamer {

// What every command may be given.
struct CommonOptions {
    std::string data;    // --data
    std::string config;  // --config
    std::string lang;    // --lang
    bool force = false;  // --force
};

// --data, else $XDG_DATA_HOME/hamer, else ~/.local/share/hamer.
[[nodiscard]] Result<std::filesystem::path> data_folder(const CommonOptions& options);

// A file that comes with the program (config/…, scenarios/…): beside the program, above it, or in ../share/hamer.
[[nodiscard]] Result<std::filesystem::path> shipped_file(const std::string& name);

// The first of these that is there, whole: --config; the user's own, $XDG_CONFIG_HOME/hamer/hamer.json (by default
// ~/.config); the administrator's, etc/hamer/hamer.json beside or above the program (of an installed one /etc); the
// file that comes with the program.
[[nodiscard]] Result<std::filesystem::path> settings_file(const CommonOptions& options);

// Where its letters are: in letters/ beside the settings, or else those that come with the program. Empty: nowhere.
[[nodiscard]] std::filesystem::path letters_folder(const CommonOptions& options);

// What the settings say of it; nothing where they cannot be read, which whoever needs them will say.
[[nodiscard]] std::optional<Language> settings_language(const CommonOptions& options);

// A folder on another disk than the data: $XDG_RUNTIME_DIR/hamer, else one in /tmp that bears the user's number.
[[nodiscard]] std::filesystem::path second_place_folder();
// This device's own folder, outside the data folder: $XDG_STATE_HOME/hamer, by default ~/.local/state/hamer. Empty
// where there is none.
[[nodiscard]] std::filesystem::path state_folder();

// Settings and procedure, read and validated. `procedure` (--procedure) goes before the one in the settings, which is
// looked for beside them, and then among those that come with the program.
[[nodiscard]] Result<MeetingServiceOptions> meeting_options(const CommonOptions& options,
                                                            const std::string& procedure = {});

// Says the error on standard error and gives the exit status.
int report(const Error& error);

}  // namespace hamer
