#include "ui/meeting/panels.h"
#include "ui/meeting/quiet_parts.h"
#include "ui/meeting/standing_parts.h"
#include "ui/toolkit/widgets/button.h"
#include "ui/toolkit/widgets/card.h"
#include "ui/toolkit/widgets/choice.h"
#include "ui/toolkit/widgets/field.h"
#include "ui/toolkit/widgets/scroll.h"
#include "ui/toolkit/widgets/text.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer::ui {

namespace {

// The panel's one action, always at its lower edge.
bool record_button(Ui& ui, Rect& area, const Say& say, bool enabled, std::string_view why) {
    const std::string label(say("Vastleggen", "Record"));
    const QuietButton button{.key = "panel.record",
                             .label = label,
                             .icon = Icon::Check,
                             .intent = Intent::Accent,
                             .filled = true,
                             .enabled = enabled,
                             .why = why,
                             .guarded = false};
    const float height = quiet_button_height(ui, button, area.w);
    const Metrics& metrics = ui.metrics();
    const Rect place = area.cut_bottom(height, metrics.gap(enabled ? Gap::Normal : Gap::Tight));
    if (!enabled) {
        const Text missing{.text = why, .type = Type::Body, .ink = Ink::Soft, .key = "panel.missing"};
        (void)text(ui, area.cut_bottom(text_height(ui, missing, area.w), metrics.gap(Gap::Normal)), missing);
    }
    return quiet_button(ui, place, button) == Tap::Taken;
}

bool blank(const std::string& text) { return text.find_first_not_of(' ') == std::string::npos; }

GiveCommand panel_asks(decltype(Command::what) what) { return by_chair(std::move(what), "panel.record"); }

void remark(Ui& ui, Column& column, std::string_view words) {
    const Text soft{.text = words, .type = Type::Body, .ink = Ink::Soft};
    (void)text(ui, column.next(text_height(ui, soft, column.width())), soft);
}

}  // namespace

void Panels::draw_note(Ui& ui, Rect area, const Say& say, std::vector<Action>& actions) {
    const bool recorded =
        record_button(ui, area, say, !blank(note_), say("Schrijf eerst iets op.", "Write something first."));
    Scroll scroll(ui, "panel.note", area, Scroll::Stop::No);
    Column column(scroll.content(), ui.metrics().gap(Gap::Normal));
    const TextField asked{.key = "note.text",
                          .label = say("Wat wilt u vastleggen?", "What do you want to record?"),
                          .many_lines = true,
                          .least_lines = 4};
    const FieldOutcome outcome = field(ui, column.next(field_height(ui, asked, note_, column.width())), asked, note_);
    remark(ui, column, say("De tijd komt er vanzelf bij.", "The time is added by itself."));
    scroll.extent(column.used());
    if ((recorded || outcome.submitted) && !blank(note_)) {
        asked_ = true;
        actions.emplace_back(panel_asks(AddNote{note_}));
    }
}

// Everything that can be recorded now beside the card's buttons, one below the other.
void Panels::draw_more(Ui& ui, Rect area, const MeetingFacts& meeting, const ChairView& view, const Say& say,
                       std::vector<Action>& actions) {
    Scroll scroll(ui, "panel.more", area, Scroll::Stop::No);
    Column column(scroll.content(), ui.metrics().gap(Gap::Tight));
    for (const ButtonView& each : view.quiet) {
        const std::string key = "more." + each.key;
        QuietButton button = quiet_from(each, say);
        button.key = key;
        button.in_list = true;
        const Rect place = column.next(quiet_button_height(ui, button, column.width()));
        if (quiet_button(ui, place, button) == Tap::Taken) press(each, meeting, say.language, actions);
    }
    if (ui.metrics().compact()) draw_tools(ui, column, meeting, say, actions);
    scroll.extent(column.used());
}

// What has a place of its own on the screen where the words leave room for it.
void Panels::draw_tools(Ui& ui, Column& column, const MeetingFacts& meeting, const Say& say,
                        std::vector<Action>& actions) {
    const auto tapped = [&](std::string_view key, std::string_view label, Icon icon, char shortcut) {
        const QuietButton button{
            .key = key, .label = label, .icon = icon, .in_list = true, .shortcut = shortcut, .guarded = false};
        return quiet_button(ui, column.next(quiet_button_height(ui, button, column.width())), button) == Tap::Taken;
    };
    if (tapped("note", say("Notitie", "Note"), Icon::Note, 'N')) open_note();
    if (tapped("deviation", say("Anders gegaan", "Went otherwise"), Icon::Branch, 'A')) open_deviation(meeting);
    if (tapped("meeting.correct", say("Vergadering", "Meeting"), Icon::Gavel, 0)) open_meeting(meeting);
    if (tapped("log.open", say("Logboek", "Log"), Icon::Page, 0)) open_log();
    if (tapped("settings", say("Instellingen", "Settings"), Icon::Settings, 'I')) actions.emplace_back(OpenSettings{});
}

void Panels::draw_log(Ui& ui, Rect area, const MeetingFacts& meeting, const Say& say) {
    const Session& session = meeting.session;
    const int opened = log_list(ui, area, log_of(session, std::hash<std::string>()(meeting.session_id), say));
    if (opened >= 0) open_entry(meeting, session.entries()[static_cast<std::size_t>(opened)].seq, say.language);
}

void Panels::draw_deviation(Ui& ui, Rect area, const MeetingFacts& meeting, const Say& say,
                            std::vector<Action>& actions) {
    const bool ready = !deviation_.empty() && !blank(why_);
    const bool recorded =
        record_button(ui, area, say, ready,
                      deviation_.empty() ? say("Kies eerst wat anders is.", "First choose what differs.")
                                         : say("Zeg eerst waarom.", "First say why."));
    Scroll scroll(ui, "panel.deviation", area, Scroll::Stop::No);
    Column column(scroll.content(), ui.metrics().gap(Gap::Normal));
    if (deviation_.empty()) {
        remark(ui, column,
               say("Leg vast wat er echt gebeurde, ook buiten het protocol om.",
                   "Record what really happened, also outside the protocol."));
    }
    // What was chosen stands first with the question why; then all that could differ too.
    const std::vector<RegionView> regions = deviation_regions(meeting, say.language);
    for (const RegionView& region : regions) {
        if (deviation_.contains(region.id)) draw_region(ui, scroll, column, region);
    }
    if (!deviation_.empty()) draw_why(ui, column, say);
    for (const RegionView& region : regions) {
        if (!deviation_.contains(region.id)) draw_region(ui, scroll, column, region);
    }
    scroll.extent(column.used());
    if (!recorded || !ready) return;
    asked_ = true;
    actions.emplace_back(panel_asks(Deviate{deviation_, why_}));
}

void Panels::draw_why(Ui& ui, Column& column, const Say& say) {
    const TextField asked{.key = "deviation.why", .label = say("Waarom?", "Why?")};
    (void)field(ui, column.next(field_height(ui, asked, why_, column.width())), asked, why_);
    const Chips reasons{.key = "deviation.reason",
                        .labels = {std::string(say("Al gebeurd", "Already happened")),
                                   std::string(say("Besluit van de voorzitter", "The chair's decision")),
                                   std::string(say("Door een ander gedaan", "Done by somebody else"))}};
    const int reason = chips(ui, column.next(chips_height(ui, reasons, column.width())), reasons);
    if (reason >= 0) why_ = reasons.labels[static_cast<std::size_t>(reason)];
}

// How it is on a button; once tapped, what it could be instead.
void Panels::draw_region(Ui& ui, Scroll& scroll, Column& column, const RegionView& region) {
    const auto label_of = [&](const std::string& state) {
        return std::ranges::find(region.states, state, &std::pair<std::string, std::string>::first)->second;
    };
    const auto wanted = deviation_.find(region.id);
    const bool differs = wanted != deviation_.end();
    const std::string key = "deviation.open." + region.id;
    const std::string label = fmt::format("{}: {}", region.label, label_of(differs ? wanted->second : region.present));
    const QuietButton open{.key = key,
                           .label = label,
                           .icon = differs ? Icon::Check : Icon::Down,
                           .intent = differs ? Intent::Accent : Intent::Normal,
                           .in_list = true,
                           .guarded = false};
    const Rect place = column.next(quiet_button_height(ui, open, column.width()));
    if (quiet_button(ui, place, open) == Tap::Taken) region_ = region_ == region.id ? std::string() : region.id;
    if (region_ != region.id) return;
    std::vector<std::string> keys;
    std::vector<QuietButton> states;
    keys.reserve(region.states.size());
    for (const auto& [id, name] : region.states) {
        keys.push_back(fmt::format("deviation.{}.{}", region.id, id));
        const bool on = id == (differs ? wanted->second : region.present);
        states.push_back({.key = keys.back(), .label = name, .bare = on, .on = on, .guarded = false});
    }
    const Rect below = column.next(quiet_buttons_height(ui, states, column.width()));
    const float top = scroll.content().y;
    if (shown_region_ != region_) scroll.bring_into_view(place.y - top, below.bottom() - top);
    shown_region_ = region_;
    const int taken = quiet_buttons(ui, below, states);
    if (taken < 0) return;
    const std::string& id = region.states[static_cast<std::size_t>(taken)].first;
    if (id == region.present)
        deviation_.erase(region.id);
    else
        deviation_[region.id] = id;
    region_.clear();
    shown_region_.clear();
    scroll.bring_into_view(0, 1);
    if (!deviation_.empty()) focus_ = "deviation.reason.0";
}

void Panels::draw_entry(Ui& ui, Rect area, const MeetingFacts& meeting, const Say& say, std::vector<Action>& actions) {
    const Entry* entry = meeting.session.entry(entry_);
    if (!entry) return close();
    const LogLine line = log_line(meeting.session, *entry, say.language);
    FieldsForm& form = draft(fmt::format("entry.{}", entry_), say.language,
                             [&] { return amendable_fields(meeting, entry_, say.language); });
    bool recorded = false;
    if (!form.empty()) {
        recorded = record_button(ui, area, say, !form.changes().empty(),
                                 say("Verander eerst iets.", "Change something first."));
    }
    Scroll scroll(ui, fmt::format("panel.entry.{}", entry_), area);
    Column column(scroll.content(), ui.metrics().gap(Gap::Normal));
    entry_texts(ui, column, line, say);
    if (!form.empty()) {
        form.draw(ui, column);
        remark(ui, column, say("De eerste tekst blijft in het logboek staan.", "The first text stays in the log."));
    }
    article_texts(ui, column, meeting.session, line, say);
    scroll.extent(column.used());
    if (!recorded || form.changes().empty()) return;
    asked_ = true;
    actions.emplace_back(panel_asks(Amend{entry_, form.changes()}));
}

void Panels::draw_event(Ui& ui, Rect area, const MeetingFacts& meeting, const Say& say, std::vector<Action>& actions) {
    FieldsForm& form =
        draft("event." + event_.key, say.language, [&] { return asked_fields(meeting, event_, say.language); });
    const bool recorded = record_button(ui, area, say, true, {});
    Scroll scroll(ui, "panel.event", area, Scroll::Stop::No);
    Column column(scroll.content(), ui.metrics().gap(Gap::Normal));
    form.draw(ui, column);
    scroll.extent(column.used());
    if (!recorded) return;
    asked_ = true;
    actions.emplace_back(panel_asks(Do{event_.event, form.values()}));
}

}  // namespace hamer::ui
