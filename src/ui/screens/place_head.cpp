#include "ui/screens/place_head.h"

#include "ui/screens/header.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"

namespace hamer::ui {

namespace {

void line(Ui& ui, Rect& area, const Banner& standing) {
    if (standing.text.empty()) return;
    (void)banner(ui, area.cut_top(banner_height(ui, standing, area.w), ui.metrics().gap(Gap::Tight)), standing);
}

}  // namespace

bool place_head(Ui& ui, Rect& area, const PlaceHead& head) {
    Rect line = area.cut_top(header_height(ui), ui.metrics().gap(Gap::Tight));
    bool tapped = false;
    if (!head.back.empty()) {
        const QuietButton back{.key = "back", .label = head.back, .icon = Icon::Left, .bare = true, .guarded = false};
        const Rect place = line.cut_left(quiet_button_width(ui, back), ui.metrics().gap(Gap::Tight));
        tapped = quiet_button(ui, place, back) == Tap::Taken;
        if (tapped) ui.wake_at(ui.now());
    }
    if (!head.title.empty()) {
        text_line(ui, line, {.text = head.title, .type = Type::Strong, .ink = Ink::Soft, .icon = head.icon});
    }
    return tapped;
}

void problem_line(Ui& ui, Rect& area, std::string_view words) {
    line(ui, area, {.key = "problem", .text = words, .icon = Icon::Alarm, .tone = Tone::Danger});
}

void waiting_line(Ui& ui, Rect& area, std::string_view words) {
    line(ui, area, {.key = "waiting", .text = words, .icon = Icon::Clock, .tone = Tone::Attention});
}

void done_line(Ui& ui, Rect& area, std::string_view words) {
    line(ui, area, {.key = "done", .text = words, .icon = Icon::Check, .tone = Tone::Accent});
}

}  // namespace hamer::ui
