// The scenarios to choose from, and the drills that were held.
#include "base/counted.h"
#include "base/typed_time.h"
#include "ui/drill/drill_view.h"
#include "ui/toolkit/widgets/log_list.h"

#include <fmt/format.h>

namespace hamer::ui {

namespace {

LogRow row_of(const ShelvedScenario& one, int row, const DrillView& view) {
    // Not what happens in it: whoever plays the chair reads this too.
    if (one.scenario) return {std::to_string(row + 1), one.scenario->title.in(view.language), {}};
    const std::string why = fmt::format("{}: {}", view.say("Kan niet worden gebruikt", "Cannot be used"),
                                        describe(*one.problem, view.language));
    return {"!", one.file.filename().string(), why, Icon::None, Intent::Danger, false};
}

LogRow row_of(const HeldDrill& one, const DrillView& view) {
    std::string detail =
        one.setup.lead == DrillLead::Program ? view.say("Alleen geoefend · ", "Practised alone · ") : std::string();
    if (one.result) {
        const std::string of =
            counted(static_cast<std::uint64_t>(one.result->of), {"punt", "point"}, {"punten", "points"})
                .in(view.language);
        detail += fmt::format("{} {} {}", one.result->points, view.say("van", "of"), of);
    } else {
        detail += view.say("Niet afgerond: tik om verder te gaan.", "Not finished: tap to go on.");
    }
    for (const std::string& name : one.setup.attendance) detail += " · " + name;
    return {shown_day(one.held), one.title, detail};
}

std::string nothing_in(const DrillView& view) {
    const DrillListsView& lists = view.lists;
    if (!lists.is_read) {
        return lists.chosen == DrillList::Scenarios
                   ? view.say("De scenario’s zijn nog niet gelezen.", "The scenarios were not read yet.")
                   : view.say("De oefeningen zijn nog niet gelezen.", "The drills were not read yet.");
    }
    return lists.chosen == DrillList::Scenarios
               ? view.say("Er zijn geen scenario’s.", "There are no scenarios.")
               : view.say("Nog geen oefening op dit apparaat.", "No drill on this device yet.");
}

}  // namespace

void draw_drill_lists(Ui& ui, Rect area, const DrillView& view, DrillActions& actions) {
    const Metrics& m = ui.metrics();
    const DrillListsView& lists = view.lists;
    Rect inside = panel(ui, area, Ground::Surface, Gap::Normal);
    const Chips which{.key = "list",
                      .labels = {view.say("Scenario’s", "Scenarios"), view.say("Gehouden", "Held")},
                      .chosen = static_cast<int>(lists.chosen)};
    const int tapped = chips(ui, inside.cut_top(chips_height(ui, which, inside.w), m.gap(Gap::Snug)), which);
    if (tapped >= 0) actions.emplace_back(ChooseDrillList{static_cast<DrillList>(tapped)});
    const bool scenarios = lists.chosen == DrillList::Scenarios;
    const std::string none = nothing_in(view);
    LogList list{.key = scenarios ? "scenarios" : "held",
                 .empty = none,
                 .count = static_cast<int>(scenarios ? lists.shelf.size() : lists.held.size()),
                 .revision = lists.edition * 2 + (view.language == Language::Dutch ? 0 : 1),
                 .row = {},
                 .order = LogList::Order::OldestFirst,
                 .days = !scenarios,
                 .icons = false};
    if (scenarios)
        list.row = [&](int row) { return row_of(lists.shelf[static_cast<std::size_t>(row)], row, view); };
    else
        list.row = [&](int row) { return row_of(lists.held[static_cast<std::size_t>(row)], view); };
    if (scenarios && lists.open) list.marked = static_cast<int>(*lists.open);
    const int opened = log_list(ui, inside, list);
    if (opened >= 0) actions.emplace_back(OpenDrillRow{static_cast<std::size_t>(opened)});
}

}  // namespace hamer::ui
