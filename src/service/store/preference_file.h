// The user's choices in the data folder. Nothing here ever stops a meeting: what cannot be read is kept aside and said,
// and the choices hold for as long as the program runs when they cannot be written.
#pragma once

#include "platform/files.h"
#include "session/preferences.h"

#include <filesystem>
#include <optional>

namespace hamer {

class PreferenceFile {
  public:
    // `data` empty: in memory only. Reads; changes nothing.
    PreferenceFile(FileSystem& files, const std::filesystem::path& data);

    // Again, as when another program chose.
    void read();

    [[nodiscard]] const Preferences& preferences() const { return preferences_; }
    // What was wrong with the file, or with the last writing of it; nothing when all is well.
    [[nodiscard]] const std::optional<Error>& problem() const { return problem_; }
    // Holds at once, and is durable when this returns without a problem. A file that could not be read is first copied
    // to "preferences.json.broken".
    void keep(const Preferences& preferences);

  private:
    FileSystem& files_;
    std::filesystem::path path_;  // empty: in memory
    Preferences preferences_;
    std::optional<std::string> broken_;  // the bytes of a file that could not be read
    std::optional<Error> problem_;
};

}  // namespace hamer
