#include "ui/screens/panels.h"

#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/field.h"
#include "ui/widgets/scroll.h"
#include "ui/widgets/text.h"

#include <fmt/format.h>

namespace hamer::ui {

namespace {

// The panel's one action, always at its lower edge.
bool record_button(Ui& ui, Rect& area, const Say& say, bool enabled, std::string_view why) {
    const std::string label(say("Vastleggen", "Record"));
    const QuietButton button{.key = "panel.record",
                             .label = label,
                             .icon = Icon::Check,
                             .tone = Tone::Accent,
                             .filled = true,
                             .enabled = enabled,
                             .why = why,
                             .guarded = false};
    const float height = quiet_button_height(ui, button, area.w);
    return quiet_button(ui, area.cut_bottom(height, ui.metrics().gap(Gap::Normal)), button) == Tap::Taken;
}

bool blank(const std::string& text) { return text.find_first_not_of(' ') == std::string::npos; }

void remark(Ui& ui, Column& column, std::string_view words) {
    const Text soft{.text = words, .type = Type::Body, .ink = Ink::Soft};
    (void)text(ui, column.next(text_height(ui, soft, column.width())), soft);
}

}  // namespace

void Panels::open_entry(const Desk& desk, std::uint64_t seq, Language language) {
    open_ = Kind::Entry;
    entry_ = seq;
    form_ = FieldsForm(amendable_fields(desk, seq, language));
}

void Panels::open_event(const Desk& desk, const ButtonView& button, Language language) {
    open_ = Kind::Event;
    event_ = button;
    form_ = FieldsForm(asked_fields(desk, button, language));
}

void Panels::act(std::vector<Action>& actions, Command command) {
    actions.emplace_back(std::move(command));
    close();
}

void Panels::press(const ButtonView& button, const Desk& desk, Language language, std::vector<Action>& actions) {
    if (button.asks) {
        open_event(desk, button, language);
    } else {
        act(actions, {Do{button.event, button.with}, std::nullopt, "chair"});
    }
}

void Panels::draw(Ui& ui, Rect rect, const Desk& desk, const ChairView& view, Language language,
                  std::vector<Action>& actions) {
    const Say say{language};
    std::string title;
    if (open_ == Kind::Note) title = say("Notitie", "Note");
    if (open_ == Kind::More) title = say("Ook mogelijk", "Also possible");
    if (open_ == Kind::Deviation) title = say("Anders gegaan", "Went otherwise");
    if (open_ == Kind::Entry) title = fmt::format("{} {}", say("Regel", "Line"), entry_);
    if (open_ == Kind::Event) title = event_.label;
    const SidePanel side(ui, "panel", rect, title, say("Sluiten", "Close"));
    const Rect area = side.content();
    switch (open_) {
        case Kind::None:
            break;
        case Kind::Note:
            draw_note(ui, area, say, actions);
            break;
        case Kind::More:
            draw_more(ui, area, desk, view, say, actions);
            break;
        case Kind::Deviation:
            draw_deviation(ui, area, desk, say, actions);
            break;
        case Kind::Entry:
            draw_entry(ui, area, desk, say, actions);
            break;
        case Kind::Event:
            draw_event(ui, area, say, actions);
            break;
    }
    if (side.closed()) close();
}

void Panels::draw_note(Ui& ui, Rect area, const Say& say, std::vector<Action>& actions) {
    const bool recorded =
        record_button(ui, area, say, !blank(note_), say("Schrijf eerst iets op.", "Write something first."));
    Scroll scroll(ui, "panel.scroll", area, Scroll::Stop::No);
    Column column(scroll.content(), ui.metrics().gap(Gap::Normal));
    const Field asked{.key = "note.text",
                      .label = say("Wat wilt u vastleggen?", "What do you want to record?"),
                      .many_lines = true,
                      .least_lines = 4};
    const FieldOutcome outcome = field(ui, column.next(field_height(ui, asked, note_, column.width())), asked, note_);
    remark(ui, column, say("De tijd komt er vanzelf bij.", "The time is added by itself."));
    scroll.extent(column.used());
    if ((recorded || outcome.submitted) && !blank(note_)) {
        act(actions, {AddNote{note_}, std::nullopt, "chair"});
        note_.clear();
    }
}

// Everything that can be recorded now beside the card's buttons, one below the other.
void Panels::draw_more(Ui& ui, Rect area, const Desk& desk, const ChairView& view, const Say& say,
                       std::vector<Action>& actions) {
    Scroll scroll(ui, "panel.scroll", area, Scroll::Stop::No);
    Column column(scroll.content(), ui.metrics().gap(Gap::Tight));
    for (const ButtonView& each : view.quiet) {
        const std::string key = "more." + each.key;
        const QuietButton button{.key = key, .label = each.label};
        const Rect place = column.next(quiet_button_height(ui, button, column.width()));
        if (quiet_button(ui, place, button) == Tap::Taken) press(each, desk, say.language, actions);
    }
    scroll.extent(column.used());
}

void Panels::draw_deviation(Ui& ui, Rect area, const Desk& desk, const Say& say, std::vector<Action>& actions) {
    const bool ready = !deviation_.empty() && !blank(why_);
    const bool recorded =
        record_button(ui, area, say, ready,
                      deviation_.empty() ? say("Kies eerst wat anders is.", "First choose what differs.")
                                         : say("Zeg eerst waarom.", "First say why."));
    Scroll scroll(ui, "panel.scroll", area, Scroll::Stop::No);
    Column column(scroll.content(), ui.metrics().gap(Gap::Normal));
    remark(ui, column,
           say("Leg vast wat er echt gebeurde, ook buiten het protocol om.",
               "Record what really happened, also outside the protocol."));
    const Field asked{.key = "deviation.why", .label = say("Waarom?", "Why?")};
    (void)field(ui, column.next(field_height(ui, asked, why_, column.width())), asked, why_);
    const Chips reasons{.key = "deviation.reason",
                        .labels = {std::string(say("Al gebeurd", "Already happened")),
                                   std::string(say("Besluit van de voorzitter", "The chair's decision")),
                                   std::string(say("Door een ander gedaan", "Done by somebody else"))}};
    const int reason = chips(ui, column.next(chips_height(ui, reasons, column.width())), reasons);
    if (reason >= 0) why_ = reasons.labels[static_cast<std::size_t>(reason)];
    for (const RegionView& region : deviation_regions(desk, say.language)) {
        const auto wanted = deviation_.find(region.id);
        const std::string key = "deviation." + region.id;
        Choice states{
            .key = key,
            .label = region.label,
            .segments = {},
            .chosen = wanted != deviation_.end() ? std::string_view(wanted->second) : std::string_view(region.present)};
        for (const auto& [id, label] : region.states) states.segments.push_back({id, label});
        const std::string id = choice(ui, column.next(choice_height(ui, states, column.width())), states);
        if (id.empty()) continue;
        if (id == region.present)
            deviation_.erase(region.id);
        else
            deviation_[region.id] = id;
    }
    scroll.extent(column.used());
    if (!recorded || !ready) return;
    act(actions, {Deviate{deviation_, why_}, std::nullopt, "chair"});
    deviation_.clear();
    why_.clear();
}

void Panels::draw_entry(Ui& ui, Rect area, const Desk& desk, const Say& say, std::vector<Action>& actions) {
    const Entry* entry = desk.session().entry(entry_);
    if (!entry) return close();
    const LogLine line = log_line(desk.session(), *entry, say.language);
    bool recorded = false;
    if (!form_.empty()) {
        recorded = record_button(ui, area, say, !form_.changes().empty(),
                                 say("Verander eerst iets.", "Change something first."));
    }
    Scroll scroll(ui, "panel.scroll", area);
    Column column(scroll.content(), ui.metrics().gap(Gap::Normal));
    const Text heading{.text = line.text, .type = Type::Strong};
    (void)text(ui, column.next(text_height(ui, heading, column.width())), heading);
    const std::string when = fmt::format("{} · {}{}", clock_time(line.occurred), line.actor,
                                         line.taken_back ? std::string(say(" · hersteld", " · taken back")) : "");
    remark(ui, column, when);
    if (!line.detail.empty()) remark(ui, column, line.detail);
    if (!line.said.empty()) remark(ui, column, "“" + line.said + "”");
    if (!form_.empty()) {
        form_.draw(ui, column, say);
        remark(ui, column, say("De eerste tekst blijft in het logboek staan.", "The first text stays in the log."));
    }
    if (const Source* source = desk.session().procedure().source(line.source)) {
        const std::string& title = source->title.in(say.language);
        const Text article{.text = title, .type = Type::Strong};
        (void)text(ui, column.next(text_height(ui, article, column.width())), article);
        remark(ui, column, source->text.in(say.language));
    }
    scroll.extent(column.used());
    if (recorded && !form_.changes().empty()) act(actions, {Amend{entry_, form_.changes()}, std::nullopt, "chair"});
}

void Panels::draw_event(Ui& ui, Rect area, const Say& say, std::vector<Action>& actions) {
    const bool recorded = record_button(ui, area, say, true, {});
    Scroll scroll(ui, "panel.scroll", area, Scroll::Stop::No);
    Column column(scroll.content(), ui.metrics().gap(Gap::Normal));
    form_.draw(ui, column, say);
    scroll.extent(column.used());
    if (recorded) act(actions, {Do{event_.event, form_.values()}, std::nullopt, "chair"});
}

}  // namespace hamer::ui
