// The right side: one record to read and to complete, or one that begins.
#include "base/typed_time.h"
#include "record/names.h"
#include "ui/dossier/dossier_app.h"
#include "ui/widgets/scroll.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer::ui {

void DossierApp::draw_record(Ui& ui, Rect area) {
    const Metrics& m = ui.metrics();
    Rect inside = panel(ui, area, Ground::Surface, Gap::Normal);
    const std::size_t lacking = form_->lacking().size();
    const Chips tabs{.key = "tab",
                     .labels = {say("Lezen", "Read"),
                                lacking == 0 ? say("Aanvullen", "Complete")
                                             : fmt::format("{} ({})", say("Aanvullen", "Complete"), lacking),
                                say("Logboek", "Log"), say("Veranderd", "Changed"), "GIR"},
                     .chosen = static_cast<int>(tab_)};
    const int chosen = chips(ui, inside.cut_top(chips_height(ui, tabs, inside.w), m.gap(Gap::Snug)), tabs);
    if (chosen >= 0) tab_ = static_cast<Tab>(chosen);
    if (tab_ == Tab::Complete) return draw_form(ui, inside);
    if (tab_ == Tab::Log) return draw_log(ui, inside, page_, form_->record(), filter_, Say{language_});
    if (tab_ == Tab::Read) {
        const QuietButton any{.key = "any", .label = "Aa"};
        draw_paper(ui, inside.cut_bottom(quiet_button_height(ui, any, inside.w), m.gap(Gap::Snug)));
    }
    Scroll scroll(ui, tab_ == Tab::Read ? "read" : tab_ == Tab::Gir ? "gir" : "changed", inside);
    Column column(scroll.content(), m.gap(Gap::Tight));
    Lines lines(ui, column, language_);
    lines.words({.text = form_->record().what, .type = Type::Title});
    if (tab_ == Tab::Read) draw_overview(lines, page_);
    if (tab_ == Tab::Changes) draw_comparison(lines);
    if (tab_ == Tab::Gir) {
        const int copied = draw_gir_form(lines, page_);
        if (copied >= 0) {
            done_ =
                fmt::format("{}: {}", say("Gekopieerd", "Copied"), page_.form[static_cast<std::size_t>(copied)].label);
            ui.wake_at(ui.now());
        }
    }
    scroll.extent(column.used());
}

// What is done with the record as a whole: on paper, or away with it.
void DossierApp::draw_paper(Ui& ui, Rect line) {
    const QuietButton gone = act_button(
        {.key = "erase",
         .label = Say{language_}("Wis dossier", "Erase record"),
         .tone = Tone::Danger,
         .enabled = !form_->changed(),
         .why = Say{language_}("Bewaar eerst, of zet terug.", "Save first, or put it back."),
         .hold_ms = 1500,
         .hold_hint = Say{language_}("Houd ingedrukt: dit kan niet terug.", "Hold it down: this cannot be undone."),
         .guarded = false});
    const Rect away = line.cut_right(quiet_button_width(ui, gone), ui.metrics().danger_gap());
    const QuietButton paper = act_button(
        {.key = "report", .label = Say{language_}("Maak PDF", "Make a PDF"), .icon = Icon::Page, .guarded = false});
    line.w = std::min(line.w, quiet_button_width(ui, paper));
    if (quiet_button(ui, line, paper) == Tap::Taken) {
        write([record = form_->record()](ClerkDesk& desk) { return desk.write_report(record); });
        ui.wake_at(ui.now());
    }
    if (quiet_button(ui, away, gone) == Tap::Taken) erase();
}

// Which two revisions are laid beside each other; the latest ones when there are very many.
void DossierApp::draw_comparison(Lines& lines) {
    constexpr int most_offered = 12;
    const int latest = form_->record().revision;
    const int first = std::max(1, latest - most_offered + 1);
    if (latest > 1) {
        std::vector<std::string> names;
        for (int i = first; i <= latest; ++i) names.push_back(std::to_string(i));
        const auto pick = [&](const std::string& key, const std::string& label, int chosen) {
            const int at = lines.chips(key, label, names, chosen - first);
            return at < 0 ? chosen : at + first;  // one always stands
        };
        const int from = pick("changes.from", lines.say("Van revisie", "From revision"), compared_.from);
        const int to = pick("changes.to", lines.say("naar revisie", "to revision"), compared_.to);
        if (from != compared_.from || to != compared_.to) compare(from, to);
    }
    draw_changes(lines, page_);
}

// A meeting as a whole: its log, whether that is whole, and the way to its incidents.
void DossierApp::draw_meeting(Ui& ui, Rect area) {
    const Metrics& m = ui.metrics();
    Rect inside = panel(ui, area, Ground::Surface, Gap::Normal);
    std::optional<std::string> asked;
    {
        Column column(inside, m.gap(Gap::Tight));
        Lines lines(ui, column, language_);
        draw_verdict(lines, page_);
        for (std::size_t i = 0; i < of_meeting_.size(); ++i) {
            const RecordSummary& one = of_meeting_[i];
            if (lines.button(fmt::format("incident.{}", i), fmt::format("{} {}", shown_time(one.started), one.what),
                             Icon::Folder)) {
                asked = one.id;
            }
        }
        inside.cut_top(column.used(), m.gap(Gap::Snug));
    }
    draw_log(ui, inside, page_, std::nullopt, filter_, Say{language_});
    if (asked) open(*asked, Tab::Read);
}

void DossierApp::draw_form(Ui& ui, Rect area) {
    const Metrics& m = ui.metrics();
    const auto lacking = form_->lacking();
    const bool changed = form_->changed();
    const bool complete_already = status(form_->record()) == IncidentStatus::Complete;
    std::vector<QuietButton> buttons{
        act_button({.key = "save",
                    .label = Say{language_}("Bewaren", "Save"),
                    .filled = changed,
                    .enabled = changed,
                    .why = Say{language_}("Er is niets veranderd.", "Nothing was changed."),
                    .guarded = false}),
        act_button(
            {.key = "complete",
             .label = complete_already ? Say{language_}("Is compleet", "Is complete")
                                       : Say{language_}("Compleet maken", "Make complete"),
             .icon = Icon::Check,
             .enabled = lacking.empty() && !complete_already,
             .why = complete_already
                        ? Say{language_}("Dit dossier is al compleet.", "This record is complete already.")
                        : Say{language_}("Vul eerst aan wat hierboven ontbreekt.", "First add what is missing above."),
             .guarded = false})};
    if (changed) {
        buttons.push_back(
            {.key = "revert", .label = Say{language_}("Zet terug", "Put back"), .icon = Icon::Undo, .guarded = false});
    }
    std::optional<std::string> gone;  // a person that is to be erased
    const int pressed =
        quiet_buttons(ui, area.cut_bottom(quiet_buttons_height(ui, buttons, area.w), m.gap(Gap::Snug)), buttons);
    {
        Scroll scroll(ui, "form", area);
        Column column(scroll.content(), m.gap(Gap::Tight));
        Lines lines(ui, column, language_);
        if (!lacking.empty()) {
            std::vector<std::string> texts;
            for (const Missing& one : lacking) texts.push_back(one.text.in(language_));
            const int asked = lines.chips(
                "missing", say("Nog nodig; tik om erheen te gaan:", "Still needed; tap to go there:"), texts, -1);
            if (asked >= 0) ui.focus(RecordForm::key_of_place(lacking[static_cast<std::size_t>(asked)].place));
        }
        form_->draw(lines, {now(), lists_.user, [&](const std::string& name) { return earlier(name); },
                            [&](const std::string& person) { gone = person; }, !acting_.empty()});
        scroll.extent(column.used());
    }
    if (gone) return erase_person(*gone);
    if (pressed == 0) save();
    if (pressed == 1) complete();
    if (pressed == 2) {
        problem_.clear();
        form_.emplace(IncidentRecord(form_->record()));
        ui.wake_at(ui.now());
    }
}

void DossierApp::draw_fresh(Ui& ui, Rect area) {
    const Metrics& m = ui.metrics();
    Rect inside = panel(ui, area, Ground::Surface, Gap::Normal);
    const QuietButton make =
        act_button({.key = "fresh.make",
                    .label = Say{language_}("Dossier beginnen", "Begin the record"),
                    .filled = true,
                    .enabled = !fresh_->what.empty(),
                    .why = Say{language_}("Zeg eerst wat er gebeurde.", "Say first what happened."),
                    .guarded = false});
    const Rect button = inside.cut_bottom(quiet_button_height(ui, make, inside.w), m.gap(Gap::Snug));
    {
        Scroll scroll(ui, "fresh", inside, Scroll::Stop::No);
        Column column(scroll.content(), m.gap(Gap::Normal));
        Lines lines(ui, column, language_);
        lines.words(
            {.text = say("Incident buiten een vergadering", "Incident outside a meeting"), .type = Type::Title});
        lines.choose("fresh.affected", say("Wie is getroffen?", "Who is affected?"), office_words, fresh_->affected);
        lines.field("fresh.what", say("Wat gebeurde er?", "What happened?"), fresh_->what, 2);
        lines.field("fresh.place", say("Waar?", "Where?"), fresh_->place);
        lines.field("fresh.date", say("Datum", "Date"), fresh_->date, 1, say("dd-mm-jjjj", "dd-mm-yyyy"));
        if (const auto day = day_typed(fresh_->date); !day && !fresh_->date.empty()) {
            lines.problem("fresh.date", day.error().in(language_));
        }
        lines.field("fresh.time", say("Tijd", "Time"), fresh_->time, 1, say("uu:mm", "hh:mm"));
        if (const auto time = time_typed(fresh_->time); !time && !fresh_->time.empty()) {
            lines.problem("fresh.time", time.error().in(language_));
        }
        lines.choose("fresh.channel", say("Via welk kanaal?", "By which channel?"), channel_words, fresh_->channel);
        scroll.extent(column.used());
    }
    if (quiet_button(ui, button, make) == Tap::Taken) report();
}

void DossierApp::draw_import(Ui& ui, Rect area) {
    const Metrics& m = ui.metrics();
    Rect inside = panel(ui, area, Ground::Surface, Gap::Normal);
    const QuietButton take = act_button({.key = "import.take",
                                         .label = Say{language_}("Inlezen", "Take in"),
                                         .filled = true,
                                         .enabled = !bundle_->empty(),
                                         .why = Say{language_}("Noem eerst het bestand.", "Name the file first."),
                                         .guarded = false});
    const Rect button = inside.cut_bottom(quiet_button_height(ui, take, inside.w), m.gap(Gap::Snug));
    Column column(inside, m.gap(Gap::Normal));
    Lines lines(ui, column, language_);
    lines.words({.text = say("Sessie van een ander apparaat", "Session from another device"), .type = Type::Title});
    lines.note(say("Op het apparaat van de voorzitter: hamer sessions export. Hamer controleert elke regel.",
                   "On the chair's device: hamer sessions export. Hamer checks each line."));
    lines.field("import.file", say("Bestand", "File"), *bundle_, 1, "/media/usb/avond.hamer");
    if (quiet_button(ui, button, take) == Tap::Taken) import();
}

}  // namespace hamer::ui
