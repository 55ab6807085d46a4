// Finds the meetings on this device some at a time, so that many of them keep nothing else that is asked of the clerk's
// service waiting. One thread: the window's.
#pragma once

#include "base/result.h"
#include "service/clerk/clerk_values.h"

#include <functional>
#include <memory>
#include <utility>

namespace hamer {

class ClerkWorker;

class MeetingList {
  public:
    using Problem = std::function<void(const Error&)>;
    // `found` is what it fills, where it is shown from. Both outlive this.
    MeetingList(ClerkWorker& clerk, FoundMeetings& found, Problem problem)
        : clerk_(clerk), found_(found), problem_(std::move(problem)) {}

    // Begins anew with what is on the disk now, the latest first.
    void begin();
    // Asks for no more.
    void stop() { ++turn_; }

  private:
    struct Index;
    void next(std::shared_ptr<Index> index);

    ClerkWorker& clerk_;
    FoundMeetings& found_;
    Problem problem_;
    std::uint64_t turn_ = 0;  // an answer to an earlier one is nobody's
};

}  // namespace hamer
