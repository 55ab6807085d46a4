#include "ui/toolkit/widgets/place_head.h"

#include "ui/toolkit/widgets/button.h"
#include "ui/toolkit/widgets/floating.h"
#include "ui/toolkit/widgets/text.h"

namespace hamer::ui {

namespace {

// What is left of the line is cut down to what is free of it.
bool head_line(Ui& ui, Rect& line, const PlaceHead& head) {
    bool tapped = false;
    if (!head.back.empty()) {
        const QuietButton back{.key = "back", .label = head.back, .icon = Icon::Left, .bare = true, .guarded = false};
        const Rect place = line.cut_left(quiet_button_width(ui, back), ui.metrics().gap(Gap::Tight));
        tapped = quiet_button(ui, place, back) == Tap::Taken;
        if (tapped) ui.wake_at(ui.now());
    }
    if (!head.title.empty()) {
        const Text title{.text = head.title, .type = Type::Strong, .ink = Ink::Soft, .icon = head.icon};
        text_line(ui, line, title);
        line.cut_left(text_line_width(ui, title), ui.metrics().gap(Gap::Normal));
    }
    return tapped;
}

}  // namespace

float header_height(Ui& ui) {
    const QuietButton any{.key = "any", .label = "Aa"};
    return quiet_button_height(ui, any, ui.metrics().px(400));
}

bool place_head(Ui& ui, Rect& area, const PlaceHead& head) {
    Rect room;
    return place_head(ui, area, head, room, HeadRoom::OfTheLine);
}

bool place_head(Ui& ui, Rect& area, const PlaceHead& head, Rect& room, HeadRoom made) {
    const float around = made == HeadRoom::ForAMessage ? 2 * ui.metrics().gap(Gap::Tight) : 0.0F;
    room = area.cut_top(header_height(ui) + around, ui.metrics().gap(Gap::Tight));
    return head_line(ui, room, head);
}

MessageTap place_message(Ui& ui, Rect room, Banner message, std::string_view close) {
    if (message.text.empty()) return MessageTap::None;
    const bool asks = !message.button.empty();
    if (banner_height(ui, message, room.w) <= room.h) {
        return banner(ui, room, message) == Tap::Taken ? MessageTap::Button : MessageTap::None;
    }
    if (!asks) message.button = close;
    const Metrics& m = ui.metrics();
    const Rect window = ui.area().inset(m.gap(Gap::Normal));
    const Rect over{window.x, room.bottom() + m.gap(Gap::Tight), window.w, banner_height(ui, message, window.w)};
    const Floating floating(ui, "message", over);
    if (banner(ui, over, message) != Tap::Taken) return MessageTap::None;
    return asks ? MessageTap::Button : MessageTap::Close;
}

void problem_line(Ui& ui, Rect& area, std::string_view words) {
    if (words.empty()) return;
    const Banner standing{.key = "problem", .text = words, .icon = Icon::Alarm, .intent = Intent::Danger};
    (void)banner(ui, area.cut_top(banner_height(ui, standing, area.w), ui.metrics().gap(Gap::Tight)), standing);
}

}  // namespace hamer::ui
