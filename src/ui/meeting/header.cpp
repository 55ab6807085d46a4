#include "ui/meeting/header.h"

#include "base/text.h"
#include "ui/toolkit/widgets/button.h"
#include "ui/toolkit/widgets/text.h"

namespace hamer::ui {

Rect settings_button(Ui& ui, Rect line, Language language, std::vector<Action>& actions) {
    const Say say{language};
    const QuietButton settings{.key = "settings",
                               .label = say("Instellingen", "Settings"),
                               .icon = Icon::Settings,
                               .bare = true,
                               .shortcut = 'I',
                               .guarded = false};
    const Rect place = line.cut_right(quiet_button_width(ui, settings), ui.metrics().gap(Gap::Hair));
    if (quiet_button(ui, place, settings) == Tap::Taken) actions.emplace_back(OpenSettings{});
    if (ui.take(Key::F1)) actions.emplace_back(OpenKeys{});
    return line;
}

void header(Ui& ui, Rect line, std::string_view title, Language language, std::vector<Action>& actions, Places places) {
    const Say say{language};
    Rect left = settings_button(ui, line, language, actions);
    const auto way = [&](const QuietButton& button, const Action& action) {
        const Rect place = left.cut_right(quiet_button_width(ui, button), ui.metrics().gap(Gap::Hair));
        if (quiet_button(ui, place, button) == Tap::Taken) actions.push_back(action);
    };
    if (places.dossier) {
        way({.key = "dossier",
             .label = "Dossier",
             .icon = Icon::Folder,
             .bare = true,
             .shortcut = 'D',
             .guarded = false},
            OpenDossier{});
    }
    if (places.drills) {
        way({.key = "drills",
             .label = say("Oefening", "Drill"),
             .icon = Icon::Drill,
             .bare = true,
             .shortcut = 'O',
             .guarded = false},
            OpenDrills{});
    }
    text_line(ui, left, {.text = title, .type = Type::Strong, .ink = Ink::Soft, .icon = Icon::Gavel});
}

void drill_band(Ui& ui, Rect& area, Language language) {
    const Say say{language};
    const Metrics& metrics = ui.metrics();
    const Text drill{.text = say("OEFENING: dit is niet echt, bel niemand", "DRILL: this is not real, call nobody"),
                     .type = Type::Label,
                     .align = Align::Centre,
                     .key = "drill"};
    const float pad = metrics.gap(Gap::Hair);
    const Rect place = area.cut_top(text_height(ui, drill, area.w) + 2 * pad, metrics.gap(Gap::Tight));
    (void)panel(ui, place, Ground::Drill);
    (void)text(ui, place.inset(0, pad), drill);
}

void alarm_band(Ui& ui, Rect& area, const std::string& since, Language language) {
    const Say say{language};
    const Metrics& metrics = ui.metrics();
    const std::string words = std::string(say("NOOD", "EMERGENCY")) + "  ·  " + since;
    const Text alarm{
        .text = words, .type = metrics.compact() ? Type::Strong : Type::Title, .align = Align::Centre, .key = "alarm"};
    const float pad = metrics.gap(metrics.compact() ? Gap::Hair : Gap::Tight);
    const Rect place = area.cut_top(text_height(ui, alarm, area.w) + 2 * pad, metrics.gap(Gap::Tight));
    (void)panel(ui, place, Ground::Alarm);
    (void)text(ui, place.inset(0, pad), alarm);
}

}  // namespace hamer::ui
