// What a device that looks on saw of a session's journal, kept in a folder of that device's own (witnesses.h), so that
// the one who writes the journal cannot change it there. One thread.
#pragma once

#include "service/handover/witnesses.h"
#include "service/watch/follower.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace hamer {

class FollowerMarks {
  public:
    // `files` outlives it. With an empty folder nothing is kept.
    FollowerMarks(FileSystem& files, std::filesystem::path folder) : files_(files), folder_(std::move(folder)) {}

    // Follower::poll(), after which what is new in the session shown is marked. Of the last entry a reader cannot know
    // whether it is on the writer's disk for good, so the one before it is marked; where the session was put away, the
    // last one. What cannot be written is tried again with the next entry.
    void poll(Follower& follower);

  private:
    FileSystem& files_;
    std::filesystem::path folder_;
    std::string session_;
    std::uint64_t seq_ = 0;  // marked last
};

}  // namespace hamer
