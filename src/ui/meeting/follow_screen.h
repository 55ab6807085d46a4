// The screen of one who only looks on: the clerk's second pair of eyes. It shows what the chair's screen shows, and
// nothing on it reaches the meeting: what can be tapped changes this screen alone, or opens a line of the log to read.
#pragma once

#include "base/text.h"
#include "ui/meeting/follow_view.h"
#include "ui/toolkit/widgets/rect.h"

#include <cstdint>
#include <optional>
#include <string>

namespace hamer::ui {

class Ui;

class FollowScreen {
  public:
    // `meeting`: nothing where the view is waiting for one. A tap may change the language.
    void draw(Ui& ui, const FollowView& view, const std::optional<FollowedMeeting>& meeting, Language& language);

  private:
    void draw_head(Ui& ui, Rect area, const FollowView& view, Language& language);
    void draw_waiting(Ui& ui, Rect area, const FollowView& view);
    void draw_meeting(Ui& ui, Rect area, const FollowView& view, const FollowedMeeting& meeting);
    void draw_compact(Ui& ui, Rect area, const FollowView& view, const std::vector<AlertView>& lines,
                      const Session& session);
    void draw_side(Ui& ui, Rect area, const FollowView& view, const FollowedMeeting& meeting);
    void draw_entry(Ui& ui, Rect area, const Session& session);
    [[nodiscard]] float head_line(Ui& ui) const;
    [[nodiscard]] float head_height(Ui& ui, float width) const;
    [[nodiscard]] float switches_width(Ui& ui) const;

    Say say_;
    std::string session_;                // whose line is open
    std::optional<std::uint64_t> open_;  // the line of the log that is read
};

}  // namespace hamer::ui
