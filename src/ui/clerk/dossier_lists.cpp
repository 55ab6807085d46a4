// The left side: the records with their search, what is due, and what is on its way.
#include "base/counted.h"
#include "base/typed_time.h"
#include "record/names.h"
#include "service/store/file_names.h"
#include "ui/clerk/dossier_app.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer::ui {

void DossierApp::draw_lists(Ui& ui, Rect area) {
    const Metrics& m = ui.metrics();
    if (ui.take_while_editing(key_of('f'), {.control = true})) {
        if (list_ != List::Records) choose(List::Records);
        ui.focus("search");
    }
    Rect inside = panel(ui, area, Ground::Surface, Gap::Normal);
    const auto counted = [&](const std::string& name, std::size_t count) {
        return count == 0 ? name : fmt::format("{} ({})", name, count);
    };
    const auto open_deliveries = static_cast<std::size_t>(std::ranges::count_if(
        lists_.deliveries, [](const Delivery& one) { return one.state != DeliveryState::Delivered; }));
    const Chips lists{.key = "list",
                      .labels = {say("Dossiers", "Records"), counted(say("Termijnen", "Deadlines"), lists_.due.size()),
                                 counted(say("Aflevering", "Delivery"), open_deliveries),
                                 say("Vergaderingen", "Meetings"), say("Overzicht", "Overview")},
                      .chosen = static_cast<int>(list_)};
    const int chosen = chips(ui, inside.cut_top(chips_height(ui, lists, inside.w), m.gap(Gap::Snug)), lists);
    if (chosen >= 0) choose(static_cast<List>(chosen));
    if (list_ == List::Meetings) return draw_meetings(ui, inside);
    if (list_ == List::Overview) return draw_totals(ui, inside);
    if (list_ == List::Records) {
        const Field search{.key = "search",
                           .label = Say{language_}("Zoeken op naam, adres of woord", "Search by name, address or word"),
                           .limit = 200};
        if (field(ui, inside.cut_top(field_height(ui, search, search_, inside.w), m.gap(Gap::Snug)), search, search_)
                .changed) {
            refresh();
        }
        const QuietButton fresh{
            .key = "new",
            .label = Say{language_}("Incident buiten een vergadering", "Incident outside a meeting"),
            .icon = Icon::Add,
            .guarded = false};
        if (quiet_button(ui, inside.cut_bottom(quiet_button_height(ui, fresh, inside.w), m.gap(Gap::Snug)), fresh) ==
            Tap::Taken) {
            if (may_leave()) begin_fresh();
        }
        const QuietButton other{.key = "import",
                                .label = Say{language_}("Sessie van een ander apparaat", "Session from another device"),
                                .icon = Icon::Folder,
                                .guarded = false};
        if (quiet_button(ui, inside.cut_bottom(quiet_button_height(ui, other, inside.w), m.gap(Gap::Snug)), other) ==
            Tap::Taken) {
            if (may_leave()) {
                close();
                bundle_.emplace();
            }
        }
    }
    if (list_ == List::Due && !lists_.due.empty()) {
        const QuietButton calendar =
            file_button({.key = "calendar",
                         .label = Say{language_}("Maak agendabestand (.ics)", "Make a calendar file (.ics)"),
                         .icon = Icon::Clock,
                         .guarded = false});
        if (quiet_button(ui, inside.cut_bottom(quiet_button_height(ui, calendar, inside.w), m.gap(Gap::Snug)),
                         calendar) == Tap::Taken) {
            save_as(
                {calendar_file_name(language_), say("Agenda", "Calendar"),
                 [](ClerkService& service, const std::filesystem::path& to) { return service.write_calendar(to); }});
            ui.wake_at(ui.now());
        }
    }
    if (list_ == List::Deliveries && open_deliveries > 0) {
        const QuietButton again = act_button(
            {.key = "retry", .label = Say{language_}("Nu opnieuw proberen", "Try again now"), .guarded = false});
        if (quiet_button(ui, inside.cut_bottom(quiet_button_height(ui, again, inside.w), m.gap(Gap::Snug)), again) ==
            Tap::Taken) {
            deliver_again();
        }
    }
    draw_list(ui, inside);
}

int DossierApp::open_row() const {
    if (!form_) return -1;
    const std::string& id = form_->record().id;
    const auto in = [&](const auto& rows, auto member) {
        const auto found = std::ranges::find(rows, id, member);
        return found == rows.end() ? -1 : static_cast<int>(found - rows.begin());
    };
    if (list_ == List::Records) return in(lists_.records, &RecordSummary::id);
    if (list_ == List::Due) return in(lists_.due, &DueDuty::record);
    return in(lists_.deliveries, &Delivery::record);
}

void DossierApp::draw_list(Ui& ui, Rect area) {
    const Say say_{language_};
    LogList list{.key = "records",
                 .empty = !lists_read_ ? say_("Het register is nog niet gelezen.", "The register was not read yet.")
                          : search_.empty() ? say_("Nog geen dossiers.", "No records yet.")
                                            : say_("Niets gevonden.", "Nothing found."),
                 .count = static_cast<int>(lists_.records.size()),
                 .revision = edition_ * 2 + (language_ == Language::Dutch ? 0 : 1),
                 .row = {},
                 .order = LogList::Order::OldestFirst,
                 .days = true,
                 .icons = false};
    list.marked = open_row();
    list.row = [&](int row) {
        const RecordSummary& one = lists_.records[static_cast<std::size_t>(row)];
        std::string detail = name_of(one.status).in(language_);
        if (one.missing > 0) {
            detail += ", " + hamer::counted(static_cast<std::uint64_t>(one.missing), {"ontbreekt", "missing"},
                                            {"ontbreken", "missing"})
                                 .in(language_);
        }
        if (lists_.drafts.contains(one.id)) detail += say(" · CONCEPT", " · DRAFT");
        if (!one.place.empty()) detail += " · " + one.place;
        if (!one.disturbers.empty()) detail += " · " + one.disturbers;
        return LogRow{shown_day(one.started),
                      one.what,
                      detail,
                      Icon::None,
                      Tone::Normal,
                      one.status == IncidentStatus::Withdrawn};
    };
    if (list_ == List::Due) {
        list.key = "due";
        list.empty = say_("Er is niets te doen.", "There is nothing to do.");
        list.count = static_cast<int>(lists_.due.size());
        list.row = [&](int row) {
            const DueDuty& one = lists_.due[static_cast<std::size_t>(row)];
            const bool late = one.due < now();
            return LogRow{
                shown_day(one.due),
                fmt::format("{}{}", name_of(one.kind).in(language_), late ? say(" – TE LAAT", " – LATE") : ""),
                fmt::format("{} {} · {}", say("uiterlijk", "before"), shown_time(one.due), one.what),
                Icon::None,
                late ? Tone::Danger : Tone::Normal,
                false};
        };
    } else if (list_ == List::Deliveries) {
        list.key = "deliveries";
        list.empty = say_("Er is niets af te leveren.", "There is nothing to deliver.");
        list.count = static_cast<int>(lists_.deliveries.size());
        list.row = [&](int row) {
            const Delivery& one = lists_.deliveries[static_cast<std::size_t>(row)];
            const std::string target = one.target == folder_target ? say("map", "folder") : one.target;
            const std::string state = one.state == DeliveryState::Delivered ? say("afgeleverd", "delivered")
                                      : one.state == DeliveryState::Waiting
                                          ? say("wacht", "waiting")
                                          : say("geweigerd, staat stil", "refused, parked");
            return LogRow{
                shown_day(one.delivered.value_or(one.next)),
                fmt::format("{}: {}", target, state),
                fmt::format("{} r{}{}{}", one.record, one.revision, one.problem.empty() ? "" : " · ", one.problem),
                Icon::None,
                one.state == DeliveryState::Parked ? Tone::Danger : Tone::Normal,
                false};
        };
    }
    const int opened = log_list(ui, area, list);
    if (opened < 0) return;
    const auto at = static_cast<std::size_t>(opened);
    open(list_ == List::Records ? lists_.records[at].id
         : list_ == List::Due   ? lists_.due[at].record
                                : lists_.deliveries[at].record,
         list_ == List::Due ? Tab::Complete : Tab::Read);
    ui.wake_at(ui.now());
}

}  // namespace hamer::ui
