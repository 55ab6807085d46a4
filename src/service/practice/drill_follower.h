// The trainer's own window on a drill that another Hamer holds on the same data folder: reads its journal as one who
// looks on does, and adds what the trainer does to the drill's trainer.jsonl, which that other one reads.
//
// It follows the newest drill that was not finished when it was found. That this one ended, and that a newer one began,
// are facts for the screen: it goes on to the newer one when it is told to. Both programs count from the drill's begin
// by their own clocks. One thread.
#pragma once

#include "service/practice/drill_facts.h"
#include "service/store/drill_folder.h"
#include "service/watch/followed_session.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace hamer {

class DrillFollower {
  public:
    // Reads nothing yet. `files` and `clock` outlive it.
    DrillFollower(std::filesystem::path data, FileSystem& files, const Clock& clock)
        : data_(std::move(data)), files_(files), clock_(clock) {}

    // Reads what was added since the last poll.
    void poll();
    [[nodiscard]] bool has_drill() const { return folder_.has_value(); }
    [[nodiscard]] const std::string& session_id() const { return session_->id(); }
    [[nodiscard]] bool ended() const { return folder_->drill().result.has_value(); }
    [[nodiscard]] DrillFacts observed() const;
    // One that began since, and is not finished; nothing when there is none.
    [[nodiscard]] const std::optional<HeldDrill>& newer() const { return newer_; }
    void follow_newer();
    // What the trainer does, now.
    void act(TrainerAct act);
    // Why something could not be read or added; nothing when all is well.
    [[nodiscard]] const std::optional<Error>& problem() const { return problem_; }
    [[nodiscard]] const std::filesystem::path& data() const { return data_; }
    [[nodiscard]] std::vector<std::filesystem::path> watched() const;

  private:
    [[nodiscard]] Status look_for_newer();
    [[nodiscard]] Status open_newer();
    [[nodiscard]] Status read_current();

    std::filesystem::path data_;
    FileSystem& files_;
    const Clock& clock_;
    std::optional<FollowedSession> session_;
    std::optional<DrillFolder> folder_;
    std::optional<HeldDrill> newer_;
    std::optional<Error> problem_;
};

}  // namespace hamer
