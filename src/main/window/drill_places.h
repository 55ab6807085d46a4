// What the windows with drills share: where scenarios are, the meeting service for a drill, and waking on what a
// trainer does.
#pragma once

#include "main/commands/locations.h"
#include "main/window/window_start.h"
#include "service/practice/practice_worker.h"
#include "service/watch/lookout.h"
#include "ui/drill/drill_app.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace hamer {

// The shipped folder, and scenarios/ in the data folder.
[[nodiscard]] std::vector<std::filesystem::path> scenario_shelves(const std::filesystem::path& data);

// Wakes the window when one of the watched files changes.
[[nodiscard]] std::unique_ptr<Lookout> window_lookout(const Clock& clock);

// The work on drills on a thread of its own, with files that give up in time. `clock` and `files` are for ever, as for
// any window (window_start.h).
[[nodiscard]] std::unique_ptr<PracticeWorker> practice_worker(const CommonOptions& common,
                                                              const std::filesystem::path& data,
                                                              const WindowFiles& files, const Clock& clock);

// `lookout` outlives the options.
[[nodiscard]] ui::DrillAppOptions drill_app_options(const CommonOptions& common, const std::filesystem::path& data,
                                                    Lookout& lookout);

}  // namespace hamer
