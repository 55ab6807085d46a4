// What a drill keeps beside its journal, in the session's folder under drills/: the scenario as it is played
// (scenario.json), how it is held and its result (drill.json), and each thing that the trainer did (trainer.jsonl).
//
// With the journal these are all that a drill is: a program that starts anew, or a second window, makes the same of
// them. Two programs may add to it; each reads what the other added with read(). An act is durable before it counts.
// Nothing is added to a drill of another device (session_origin.h). One thread.
#pragma once

#include "drill/conductor.h"
#include "drill/held.h"
#include "platform/files.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

namespace hamer {

class DrillFolder {
  public:
    // The folder is there. `files` outlives it.
    [[nodiscard]] static Result<DrillFolder> make(FileSystem& files, const std::filesystem::path& folder,
                                                  const DrillScenario& scenario, const HeldDrill& drill);
    [[nodiscard]] static Result<DrillFolder> open(FileSystem& files, const std::filesystem::path& folder);

    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
    // At the pace at which the drill is held.
    [[nodiscard]] const DrillScenario& scenario() const { return scenario_; }
    [[nodiscard]] const HeldDrill& drill() const { return drill_; }
    // Those that stand.
    [[nodiscard]] const std::vector<TrainerAct>& acts() const { return acts_; }
    // When the drill began, to the millisecond after what was done before it.
    [[nodiscard]] Instant began() const { return drill_.held; }

    [[nodiscard]] Status add(TrainerAct act);
    // Reads what another program added; true when something is other than before.
    [[nodiscard]] Result<bool> read();
    // The drill is over.
    [[nodiscard]] Status finish(const DrillResult& result);
    // What to look at to know that there is something to read.
    [[nodiscard]] std::vector<std::filesystem::path> watched() const;

  private:
    DrillFolder(FileSystem& files, std::filesystem::path folder) : files_(&files), folder_(std::move(folder)) {}
    [[nodiscard]] Status read_drill();
    [[nodiscard]] Status may_be_added_to() const;

    FileSystem* files_;
    std::filesystem::path folder_;
    DrillScenario scenario_;
    HeldDrill drill_;
    std::vector<TrainerAct> acts_;
    std::optional<FileState> drill_state_;
    std::optional<FileState> acts_state_;
};

// What the trainer did and did not take back, from a drill's folder; nothing where there is none.
[[nodiscard]] Result<std::vector<TrainerAct>> read_trainer_acts(FileSystem& files, const std::filesystem::path& folder);

// Everybody who was there: as it began, and who came later.
[[nodiscard]] std::vector<std::string> attendance_of(const HeldDrill& drill, const std::vector<TrainerAct>& acts);

}  // namespace hamer
