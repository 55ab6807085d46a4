// The left side: the records with their search, what is due, and what is on its way.
#include "base/counted.h"
#include "base/typed_time.h"
#include "record/names.h"
#include "record/person_names.h"
#include "ui/clerk/dossier_view.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer::ui {

namespace {

// A button at the foot of the list, above those that were drawn before it.
bool foot_button(Ui& ui, Rect& area, const QuietButton& button) {
    const Rect place = area.cut_bottom(quiet_button_height(ui, button, area.w), ui.metrics().gap(Gap::Snug));
    return quiet_button(ui, place, button) == Tap::Taken;
}

void draw_search(Ui& ui, Rect& area, const DossierView& view, DossierTyping& typing, DossierActions& actions) {
    const Say say{view.language};
    const TextField search{.key = "search",
                           .label = say("Zoeken op naam, adres of woord", "Search by name, address or word"),
                           .limit = 200};
    const Rect place = area.cut_top(field_height(ui, search, typing.search, area.w), ui.metrics().gap(Gap::Snug));
    if (field(ui, place, search, typing.search).changed) actions.emplace_back(SearchRecords{});
    const QuietButton fresh{
        .key = "new", .label = say("Nieuw dossier", "New record"), .icon = Icon::Add, .guarded = false};
    if (foot_button(ui, area, fresh)) actions.emplace_back(DossierDo::BeginIncident);
    const QuietButton other{.key = "import",
                            .label = say("Sessie van een ander apparaat", "Session from another device"),
                            .icon = Icon::Folder,
                            .guarded = false};
    if (foot_button(ui, area, other)) actions.emplace_back(DossierDo::BeginImport);
}

bool is_same(const DueDuty& one, const DueDuty& other) {
    return one.record == other.record && one.kind == other.kind && one.person == other.person;
}

// Of the duty that was opened from the list. A save under what is being typed in the record would be somebody else's.
void draw_tick(Ui& ui, Rect& area, const DossierView& view, const DossierTyping& typing, DossierActions& actions) {
    if (!typing.duty) return;
    const Say say{view.language};
    const DueDuty& duty = *typing.duty;
    if (std::ranges::none_of(view.lists.due, [&](const DueDuty& one) { return is_same(one, duty); })) return;
    std::string label = fmt::format("{}: {}", say("Gedaan", "Done"), name_of(duty.kind).in(view.language));
    // Two people each have a first talk: the record that was opened with it knows whose this is.
    const bool is_open = typing.form && typing.form->record().id == duty.record;
    const bool is_typed = is_open && typing.form->changed();
    const Dossier draft = is_open ? typing.form->draft() : Dossier{};
    if (const Person* person = draft.person(duty.person))
        label += ", " + person_in_words(draft, *person, view.language);
    const QuietButton tick = act_button({.key = "tick",
                                         .label = label,
                                         .icon = Icon::Check,
                                         .enabled = !is_typed,
                                         .why = say("Bewaar eerst, of zet terug.", "Save first, or put it back."),
                                         .guarded = false},
                                        view);
    if (foot_button(ui, area, tick)) actions.emplace_back(TickOff{duty});
}

// What can be done with the whole list, or with what was chosen in it.
void draw_foot(Ui& ui, Rect& area, const DossierView& view, const DossierTyping& typing, DossierActions& actions) {
    const Say say{view.language};
    const ListsView& lists = view.lists;
    if (lists.chosen == DossierList::Due && !lists.due.empty()) {
        const QuietButton calendar =
            file_button({.key = "calendar",
                         .label = say("Maak agendabestand (.ics)", "Make a calendar file (.ics)"),
                         .icon = Icon::Clock,
                         .guarded = false},
                        view);
        if (foot_button(ui, area, calendar)) actions.emplace_back(DossierDo::MakeCalendar);
        // Above it: once this is done and gone, nothing else comes under the finger that taps twice.
        draw_tick(ui, area, view, typing, actions);
    }
    if (lists.chosen == DossierList::Deliveries && lists.open_deliveries > 0) {
        const QuietButton again =
            act_button({.key = "retry", .label = say("Nu opnieuw proberen", "Try again now"), .guarded = false}, view);
        if (foot_button(ui, area, again)) actions.emplace_back(DossierDo::DeliverAgain);
    }
}

// Of the list, whose record is open; -1: none.
int open_row(const ListsView& lists, const DossierTyping& typing) {
    if (!typing.form) return -1;
    const std::string& id = typing.form->record().id;
    if (lists.chosen == DossierList::Due && typing.duty && typing.duty->record == id) {
        const auto found =
            std::ranges::find_if(lists.due, [&](const DueDuty& one) { return is_same(one, *typing.duty); });
        if (found != lists.due.end()) return static_cast<int>(found - lists.due.begin());
    }
    const auto in = [&](const auto& rows, auto member) {
        const auto found = std::ranges::find(rows, id, member);
        return found == rows.end() ? -1 : static_cast<int>(found - rows.begin());
    };
    if (lists.chosen == DossierList::Records) return in(lists.records, &RecordSummary::id);
    if (lists.chosen == DossierList::Due) return in(lists.due, &DueDuty::record);
    return in(lists.deliveries, &Delivery::record);
}

LogRow row_of(const RecordSummary& one, const DossierView& view) {
    std::string detail = is_incident(one.kind) ? "" : name_of(one.kind).in(view.language) + ", ";
    detail += name_of(one.status).in(view.language);
    if (one.missing > 0) {
        detail += ", " + hamer::counted(static_cast<std::uint64_t>(one.missing), {"ontbreekt", "missing"},
                                        {"ontbreken", "missing"})
                             .in(view.language);
    }
    if (view.lists.drafts.contains(one.id)) detail += view.say(" · CONCEPT", " · DRAFT");
    if (!one.place.empty()) detail += " · " + one.place;
    if (!one.disturbers.empty()) detail += " · " + one.disturbers;
    return {
        shown_day(one.started), one.what, detail, Icon::None, Intent::Normal, one.status == IncidentStatus::Withdrawn};
}

LogRow row_of(const DueDuty& one, const DossierView& view) {
    const bool late = one.due < view.now;
    return {shown_day(one.due),
            fmt::format("{}{}", name_of(one.kind).in(view.language), late ? view.say(" – TE LAAT", " – LATE") : ""),
            fmt::format("{} {} · {}{}{}", view.say("uiterlijk", "before"), shown_time(one.due),
                        one.owner.empty() ? "" : view.say("wie: ", "who: "), one.owner.empty() ? "" : one.owner + " · ",
                        one.what),
            Icon::None,
            late ? Intent::Danger : Intent::Normal,
            false};
}

LogRow row_of(const Delivery& one, const DossierView& view) {
    const std::string target = one.target == folder_target ? view.say("map", "folder")
                               : one.target == zgw_target  ? view.say("zaaksysteem", "case system")
                                                           : one.target;
    const std::string state = one.state == DeliveryState::Delivered ? view.say("afgeleverd", "delivered")
                              : one.state == DeliveryState::Waiting
                                  ? view.say("wacht", "waiting")
                                  : view.say("geweigerd, staat stil", "refused, parked");
    return {shown_day(one.delivered.value_or(one.next)),
            fmt::format("{}: {}", target, state),
            fmt::format("{} r{}{}{}", one.record, one.revision, one.problem.empty() ? "" : " · ", one.problem),
            Icon::None,
            one.state == DeliveryState::Parked ? Intent::Danger : Intent::Normal,
            false};
}

void draw_list(Ui& ui, Rect area, const DossierView& view, DossierTyping& typing, DossierActions& actions) {
    const Say say{view.language};
    const ListsView& lists = view.lists;
    LogList list{.key = "records",
                 .empty = !lists.is_read ? say("Het register is nog niet gelezen.", "The register was not read yet.")
                          : typing.search.empty() ? say("Nog geen dossiers.", "No records yet.")
                                                  : say("Niets gevonden.", "Nothing found."),
                 .count = static_cast<int>(lists.records.size()),
                 .revision = lists.edition * 2 + (view.language == Language::Dutch ? 0 : 1),
                 .row = {},
                 .order = LogList::Order::OldestFirst,
                 .days = true,
                 .icons = false};
    list.marked = open_row(lists, typing);
    list.row = [&](int row) { return row_of(lists.records[static_cast<std::size_t>(row)], view); };
    if (lists.chosen == DossierList::Due) {
        list.key = "due";
        list.empty = say("Er is niets te doen.", "There is nothing to do.");
        list.count = static_cast<int>(lists.due.size());
        list.row = [&](int row) { return row_of(lists.due[static_cast<std::size_t>(row)], view); };
    } else if (lists.chosen == DossierList::Deliveries) {
        list.key = "deliveries";
        list.empty = say("Er is niets af te leveren.", "There is nothing to deliver.");
        list.count = static_cast<int>(lists.deliveries.size());
        list.row = [&](int row) { return row_of(lists.deliveries[static_cast<std::size_t>(row)], view); };
    }
    const int opened = log_list(ui, area, list);
    if (opened < 0) return;
    const auto at = static_cast<std::size_t>(opened);
    if (lists.chosen == DossierList::Records)
        actions.emplace_back(OpenRecord{lists.records[at].id, RecordTab::Read});
    else if (lists.chosen == DossierList::Due) {
        typing.duty = lists.due[at];
        actions.emplace_back(OpenRecord{lists.due[at].record, RecordTab::Complete});
    } else
        actions.emplace_back(OpenRecord{lists.deliveries[at].record, RecordTab::Read});
}

}  // namespace

void draw_lists(Ui& ui, Rect area, const DossierView& view, DossierTyping& typing, DossierActions& actions) {
    const Metrics& m = ui.metrics();
    const ListsView& lists = view.lists;
    if (ui.take_while_editing(key_of('f'), {.control = true})) {
        if (lists.chosen != DossierList::Records) actions.emplace_back(ChooseList{DossierList::Records});
        ui.focus("search");
    }
    Rect inside = panel(ui, area, Ground::Surface, Gap::Normal);
    const auto counted = [&](const std::string& name, std::size_t count) {
        return count == 0 ? name : fmt::format("{} ({})", name, count);
    };
    const Chips which{
        .key = "list",
        .labels = {view.say("Dossiers", "Records"), counted(view.say("Termijnen", "Deadlines"), lists.open_duties),
                   counted(view.say("Aflevering", "Delivery"), lists.open_deliveries),
                   view.say("Vergaderingen", "Meetings"), view.say("Overzicht", "Overview")},
        .chosen = static_cast<int>(lists.chosen)};
    const int chosen = chips(ui, inside.cut_top(chips_height(ui, which, inside.w), m.gap(Gap::Snug)), which);
    if (chosen >= 0) actions.emplace_back(ChooseList{static_cast<DossierList>(chosen)});
    if (lists.chosen == DossierList::Meetings) return draw_meetings(ui, inside, view, actions);
    if (lists.chosen == DossierList::Overview) return draw_totals(ui, inside, view, actions);
    if (lists.chosen == DossierList::Records) draw_search(ui, inside, view, typing, actions);
    draw_foot(ui, inside, view, typing, actions);
    draw_list(ui, inside, view, typing, actions);
}

}  // namespace hamer::ui
