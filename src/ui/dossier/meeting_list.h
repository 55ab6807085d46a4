// The meetings on this device, found some in each frame, so that many of them never hold one up.
#pragma once

#include "desk/clerk_desk.h"

#include <optional>
#include <string>
#include <vector>

namespace hamer::ui {

struct MeetingLine {
    std::string id{};    // of the session
    std::string date{};  // "2026-03-12"
    std::string name{};
    std::size_t incidents = 0;
    bool whole = true;      // its log
    std::string problem{};  // why it could not be read
};

class MeetingList {
  public:
    explicit MeetingList(ClerkDesk& clerk) : clerk_(clerk) {}

    // Begins anew with what is on the disk now, the latest first.
    [[nodiscard]] Status begin();
    // Finds the next ones: those that the index has, up to one that has to be read. False: all have been found.
    bool find_some();

    [[nodiscard]] const std::vector<MeetingLine>& lines() const { return lines_; }
    [[nodiscard]] std::size_t total() const { return ids_.size(); }
    [[nodiscard]] bool ready() const { return lines_.size() == ids_.size(); }

  private:
    ClerkDesk& clerk_;
    std::optional<SessionIndex> index_;
    std::vector<std::string> ids_;    // the latest first
    std::vector<MeetingLine> lines_;  // of the first ids
};

}  // namespace hamer::ui
