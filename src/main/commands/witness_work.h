// The witnesses of a session for one command, as the settings and the data folder name them.
#pragma once

#include "main/commands/locations.h"
#include "service/handover/witnesses.h"

#include <filesystem>

namespace hamer {

class WitnessWork {
  public:
    // Where the settings cannot be read that is said, and only the witnesses that need none are asked.
    WitnessWork(const CommonOptions& common, FileSystem& files, const std::filesystem::path& data,
                const std::filesystem::path& marks_file = {});

    [[nodiscard]] const Witnesses& witnesses() const { return witnesses_; }
    [[nodiscard]] const Settings& settings() const { return settings_; }

  private:
    Settings settings_;
    Witnesses witnesses_;
};

// Says which witnesses were asked, which agreed, which differ and where, and which could not be reached. True when none
// differs.
bool say_testimony(const Testimony& testimony, Language language);

}  // namespace hamer
