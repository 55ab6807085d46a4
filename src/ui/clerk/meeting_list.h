// The meetings on this device, found some at a time by the clerk's service, so that many of them keep nothing else that
// is asked of it waiting.
#pragma once

#include "service/clerk/clerk_worker.h"

#include <functional>
#include <string>
#include <vector>

namespace hamer::ui {

struct MeetingLine {
    std::string id{};    // of the session
    std::string date{};  // "2026-03-12"
    std::string name{};
    std::size_t incidents = 0;
    bool whole = true;      // its log
    std::string from{};     // the device that it came from, where that is another one
    std::string problem{};  // why it could not be read
};

class MeetingList {
  public:
    using Problem = std::function<void(const Error&)>;
    MeetingList(ClerkWorker& clerk, Problem problem) : clerk_(clerk), problem_(std::move(problem)) {}

    // Begins anew with what is on the disk now, the latest first.
    void begin();
    // Asks for no more.
    void stop() { ++turn_; }

    [[nodiscard]] const std::vector<MeetingLine>& lines() const { return lines_; }  // those found so far
    [[nodiscard]] std::size_t total() const { return total_; }
    [[nodiscard]] bool ready() const { return begun_ && lines_.size() == total_; }
    // Another number whenever there are other lines.
    [[nodiscard]] std::uint64_t edition() const { return edition_; }

  private:
    struct Found;
    void next(std::shared_ptr<Found> found);

    ClerkWorker& clerk_;
    Problem problem_;
    std::uint64_t turn_ = 0;  // an answer to an earlier one is nobody's
    std::uint64_t edition_ = 0;
    bool begun_ = false;
    std::size_t total_ = 0;
    std::vector<MeetingLine> lines_;
};

}  // namespace hamer::ui
