#include "ui/screens/header.h"

#include "ui/screens/say.h"
#include "ui/widgets/button.h"
#include "ui/widgets/text.h"

namespace hamer::ui {

Rect switches(Ui& ui, Rect line, Language language, std::vector<Action>& actions) {
    const Say say{language};
    const bool dark = ui.look().face == Face::Dark;
    const QuietButton other{.key = "language", .label = say("EN", "NL"), .bare = true, .guarded = false};
    const QuietButton face{.key = "face",
                           .label = dark ? say("Licht", "Light") : say("Donker", "Dark"),
                           .icon = dark ? Icon::Sun : Icon::Moon,
                           .bare = true,
                           .guarded = false};
    const float gap = ui.metrics().gap(Gap::Hair);
    const Rect face_place = line.cut_right(quiet_button_width(ui, face), gap);
    const Rect other_place = line.cut_right(quiet_button_width(ui, other), gap);
    if (quiet_button(ui, other_place, other) == Tap::Taken) actions.emplace_back(SwitchLanguage{});
    if (quiet_button(ui, face_place, face) == Tap::Taken) actions.emplace_back(SwitchFace{});
    return line;
}

void header(Ui& ui, Rect line, std::string_view title, Language language, std::vector<Action>& actions) {
    const Rect left = switches(ui, line, language, actions);
    text_line(ui, left, {.text = title, .type = Type::Strong, .ink = Ink::Soft, .icon = Icon::Gavel});
}

void drill_band(Ui& ui, Rect& area, Language language) {
    const Say say{language};
    const Metrics& metrics = ui.metrics();
    const Text drill{.text = say("OEFENING: dit is niet echt", "DRILL: this is not real"),
                     .type = Type::Label,
                     .align = Align::Centre,
                     .key = "drill"};
    const float pad = metrics.gap(Gap::Hair);
    const Rect place = area.cut_top(text_height(ui, drill, area.w) + 2 * pad, metrics.gap(Gap::Tight));
    (void)panel(ui, place, Ground::Drill);
    (void)text(ui, place.inset(0, pad), drill);
}

}  // namespace hamer::ui
