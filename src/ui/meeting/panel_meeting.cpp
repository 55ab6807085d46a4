// The panel in which what the meeting is can be put right, from before it opens until it is put away.
#include "ui/meeting/panels.h"
#include "ui/toolkit/widgets/button.h"
#include "ui/toolkit/widgets/scroll.h"
#include "ui/toolkit/widgets/text.h"

namespace hamer::ui {

void Panels::open_meeting(const MeetingFacts& meeting) {
    if (open_ == Kind::Meeting) return close();
    open_ = Kind::Meeting;
    if (!meeting_ || !meeting_->changed()) meeting_.emplace(meeting.session.meeting(), meeting.municipality);
    focus_ = "meeting.room";
}

void Panels::draw_meeting(Ui& ui, Rect area, const Say& say, std::vector<Action>& actions) {
    if (!meeting_) return;
    std::string why = meeting_->why_not(say);
    if (why.empty() && !meeting_->changed()) why = say("Er is nog niets veranderd.", "Nothing was changed yet.");
    const std::string label(say("Bewaar", "Save"));
    const QuietButton save{.key = "meeting.save",
                           .label = label,
                           .icon = Icon::Check,
                           .intent = Intent::Accent,
                           .filled = true,
                           .enabled = why.empty(),
                           .why = why,
                           .guarded = false};
    const Gap gap = why.empty() ? Gap::Normal : Gap::Tight;
    const Rect place = area.cut_bottom(quiet_button_height(ui, save, area.w), ui.metrics().gap(gap));
    if (!why.empty()) {
        const Text missing{.text = why, .type = Type::Body, .ink = Ink::Soft, .key = "panel.missing"};
        (void)text(ui, area.cut_bottom(text_height(ui, missing, area.w), ui.metrics().gap(Gap::Normal)), missing);
    }
    const bool saved = quiet_button(ui, place, save) == Tap::Taken;
    Scroll scroll(ui, "panel.meeting", area, Scroll::Stop::No);
    Column column(scroll.content(), ui.metrics().gap(Gap::Normal));
    meeting_->draw(ui, column, say);
    scroll.extent(column.used());
    if (!saved) return;
    asked_ = true;
    actions.emplace_back(by_chair(CorrectMeeting{meeting_->meeting()}, "meeting.save"));
}

}  // namespace hamer::ui
