// The trainer's own window on a drill that another Hamer holds on the same data folder: reads its journal as one who
// looks on does, and adds what the trainer does to the drill's trainer.jsonl, which that other one reads.
//
// It follows the newest drill that was not finished when it was found, or the one that it is made on. That this one
// ended, and that a newer one began, are facts for the screen: it goes on to the newer one when it is told to. Both
// programs count from the drill's begin by their own clocks. One thread; in a window that is PracticeWorker's.
#pragma once

#include "service/store/drill_folder.h"
#include "service/watch/followed_session.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace hamer {

class DrillFollower {
  public:
    // Reads nothing yet. `files` outlives it. `first` is the session that it begins with; empty: the newest one.
    DrillFollower(std::filesystem::path data, FileSystem& files, std::string first)
        : data_(std::move(data)), files_(files), first_(std::move(first)) {}

    // Reads what was added since the last poll; true when something is other than before.
    [[nodiscard]] bool poll();
    [[nodiscard]] bool has_drill() const { return folder_.has_value(); }
    // Where it has a drill: that, as it was read last.
    [[nodiscard]] const DrillFolder& folder() const { return *folder_; }
    [[nodiscard]] const std::shared_ptr<const Session>& session() const { return shown_; }
    // One that began since, and is not finished; nothing when there is none.
    [[nodiscard]] const std::optional<HeldDrill>& newer() const { return newer_; }
    void follow_newer();
    // Why something could not be read; nothing when all is well.
    [[nodiscard]] const std::optional<Error>& problem() const { return problem_; }
    [[nodiscard]] std::vector<std::filesystem::path> watched() const;

  private:
    [[nodiscard]] Status look_for_newer();
    [[nodiscard]] Status open(const std::string& session);
    [[nodiscard]] Result<bool> read_current();

    std::filesystem::path data_;
    FileSystem& files_;
    std::string first_;
    std::optional<FollowedSession> session_;
    std::shared_ptr<const Session> shown_;  // a copy, for those who are shown it
    std::optional<DrillFolder> folder_;
    std::optional<HeldDrill> newer_;
    std::optional<Error> problem_;  // of the last poll
};

}  // namespace hamer
