// What the chair's device keeps from one meeting to the next: what its user chose, the values of the last meeting, and
// the picture for a pause of the broadcast. Nothing here ever stops a meeting. For one thread.
#pragma once

#include "base/text.h"
#include "base/time.h"
#include "service/store/preference_file.h"
#include "session/preferences.h"
#include "session/prepared_meeting.h"
#include "session/settings.h"
#include "session/values.h"

#include <chrono>
#include <filesystem>
#include <optional>

namespace hamer {

class ChairDevice {
  public:
    // `data` empty: in memory only. `files` and `clock` outlive it.
    ChairDevice(FileSystem& files, const Clock& clock, std::filesystem::path data, Settings settings);

    // What the user chose; it holds at once, also when it cannot be written.
    [[nodiscard]] const Preferences& chosen() const { return preferences_.preferences(); }
    void choose(const Preferences& preferences);
    // After another program, or another one of these on the same folder, chose.
    void read_chosen();
    // What was wrong with their file, or with the last writing of it; nothing when all is well.
    [[nodiscard]] const std::optional<Error>& problem() const { return preferences_.problem(); }
    // Those of the installation; what texts name of them is as it was chosen here.
    [[nodiscard]] const Settings& settings() const { return settings_; }
    [[nodiscard]] const Municipality& municipality() const { return settings_.municipality; }
    [[nodiscard]] std::chrono::seconds statement_limit() const;

    // The values of the last meeting that was prepared here; defaults when there is none.
    [[nodiscard]] Meeting last_meeting() const;
    // What the clerk put ready for today; nothing where there is none, or it cannot be read.
    [[nodiscard]] std::optional<PreparedMeeting> prepared_meeting() const;
    // A convenience: when it cannot be written the next one goes without it.
    // What was put ready for its day has been used, and goes.
    void remember(const Meeting& meeting);

    // Draws the picture for the pause into <data>/pauzebeeld.png; gives the file.
    [[nodiscard]] Result<std::filesystem::path> write_slate(Language language);

  private:
    void name_times();

    FileSystem& files_;
    const Clock& clock_;
    std::filesystem::path data_;
    Settings settings_;
    PreferenceFile preferences_;
};

}  // namespace hamer
