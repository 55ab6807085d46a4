// The place for drills as a whole: its head, the lists on the left, the scenario that was opened from them on the
// right; or a debrief.
#include "ui/drill/drill_parts.h"
#include "ui/drill/drill_view.h"
#include "ui/toolkit/widgets/place_head.h"
#include "ui/toolkit/widgets/scroll.h"

#include <cmath>

namespace hamer::ui {

namespace {

void draw_scenario(Ui& ui, Rect area, const DrillView& view, DrillForm& form, DrillActions& actions) {
    const Metrics& m = ui.metrics();
    Rect inside = panel(ui, area);
    const DrillScenario& scenario = *view.scenario();
    const std::string label = view.say("Begin de oefening", "Begin the drill");
    const BigButton begin{
        .key = "begin", .label = label, .icon = Icon::Drill, .filled = true, .shortcut = '1', .guarded = false};
    const Rect place = inside.cut_bottom(big_button_height(ui, begin, inside.w), m.gap(Gap::Normal));
    {
        Scroll scroll(ui, "scenario", inside, Scroll::Stop::No);
        Column column(scroll.content(), m.gap(Gap::Tight));
        Lines lines(ui, column, view.language);
        form.draw(lines, scenario, view.has_trainer_window);
        scroll.extent(column.used() + m.gap(Gap::Normal));
    }
    if (big_button(ui, place, begin) != Tap::Taken) return;
    actions.emplace_back(BeginDrill{form.setup(scenario), form.wants_trainer_window()});
}

void draw_right(Ui& ui, Rect area, const DrillView& view, DrillForm& form, DrillActions& actions) {
    if (view.scenario()) return draw_scenario(ui, area, view, form, actions);
    const Rect inside = panel(ui, area);
    const std::string words = view.say(
        "Kies links een scenario. Zo oefent u de stappen van het protocol op het scherm van een "
        "echte vergadering. Er gaat niets naar politie, uitzending of register.",
        "Choose a scenario on the left. You practise the protocol's steps on the screen of a "
        "real meeting. Nothing goes to the police, the broadcast or the register.");
    (void)text(ui, inside, {.text = words, .ink = Ink::Soft});
}

}  // namespace

void draw_drill_place(Ui& ui, const DrillView& view, DrillTyping& typing, DrillActions& actions) {
    if (view.debrief) return draw_debrief(ui, *view.debrief, typing.debrief, actions);
    const Metrics& m = ui.metrics();
    Rect area = ui.area().inset(m.gap(Gap::Normal));
    // Where there is room for one thing at a time: the list, or what was opened from it.
    const bool one = m.portrait() || m.compact();
    const bool alone = one && view.lists.open;
    const std::string back = alone ? view.say("Naar de lijst", "To the list") : view.back;
    const PlaceHead head{.back = back, .title = Say{view.language}("Oefening", "Drill"), .icon = Icon::Drill};
    Rect room;
    if (place_head(ui, area, head, room, HeadRoom::OfTheLine))
        actions.emplace_back(alone ? DrillDo::ToTheList : DrillDo::GoBack);
    problem_line(ui, area, view.problem);
    if (!one) {
        draw_drill_lists(ui, area.cut_left(std::round(area.w * 0.40F), m.gap(Gap::Snug)), view, actions);
        draw_right(ui, area, view, typing.form, actions);
    } else if (alone) {
        draw_right(ui, area, view, typing.form, actions);
    } else {
        draw_drill_lists(ui, area, view, actions);
    }
    draw_waiting(ui, room, view.waiting, view.language, actions);
}

}  // namespace hamer::ui
