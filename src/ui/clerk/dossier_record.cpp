// The right side: one record to read and to complete, or a meeting.
#include "base/text.h"
#include "base/typed_time.h"
#include "service/store/file_names.h"
#include "ui/clerk/dossier_app.h"
#include "ui/toolkit/widgets/scroll.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer::ui {

namespace {

constexpr std::size_t longest_title = 120;

}  // namespace

void DossierApp::draw_record(Ui& ui, Rect area) {
    const Metrics& m = ui.metrics();
    Rect inside = panel(ui, area, Ground::Surface, Gap::Normal);
    const std::string which =
        fmt::format("{}: {}", shown_day(form_->record().started.at), printable(form_->record().what, longest_title));
    const Text title{.text = which, .type = Type::Strong, .key = "title"};
    (void)text(ui, inside.cut_top(text_height(ui, title, inside.w), m.gap(Gap::Tight)), title);
    const Chips tabs{.key = "tab",
                     .labels = {say("Lezen", "Read"), say("Aanvullen", "Complete"), say("Logboek", "Log"),
                                say("Veranderd", "Changed"), "GIR"},
                     .chosen = static_cast<int>(tab_)};
    const int chosen = chips(ui, inside.cut_top(chips_height(ui, tabs, inside.w), m.gap(Gap::Snug)), tabs);
    if (chosen >= 0) tab_ = static_cast<Tab>(chosen);
    if (tab_ == Tab::Complete) return draw_form(ui, inside);
    if (tab_ == Tab::Log) return draw_log(ui, inside, page_, form_->record(), filter_, Say{language_});
    if (tab_ == Tab::Read) {
        const QuietButton any{.key = "any", .label = "Aa"};
        draw_paper(ui, inside.cut_bottom(quiet_button_height(ui, any, inside.w), m.gap(Gap::Snug)));
    }
    Scroll scroll(ui,
                  tab_ == Tab::Read  ? "read"
                  : tab_ == Tab::Gir ? "gir"
                                     : "changed",
                  inside, Scroll::Stop::Yes, form_->record().id);
    Column column(scroll.content(), m.gap(Gap::Tight));
    Lines lines(ui, column, language_);
    if (form_->record().what.size() > longest_title) lines.words({.text = form_->record().what});
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
    const QuietButton paper = file_button(
        {.key = "report", .label = Say{language_}("Maak PDF", "Make a PDF"), .icon = Icon::Page, .guarded = false});
    line.w = std::min(line.w, quiet_button_width(ui, paper));
    if (quiet_button(ui, line, paper) == Tap::Taken) {
        save_as({report_file_name(form_->record(), language_), "PDF",
                 [record = form_->record()](ClerkService& service, const std::filesystem::path& to) {
                     return service.write_report(record, to);
                 }});
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
            if (lines.button(fmt::format("incident.{}", i),
                             fmt::format("{} {}", time_beside(one.date, one.started), one.what), Icon::Folder)) {
                asked = one.id;
            }
        }
        inside.cut_top(column.used(), m.gap(Gap::Snug));
    }
    const QuietButton away = file_button(
        {.key = "export", .label = Say{language_}("Exporteren", "Export"), .icon = Icon::Page, .guarded = false});
    Rect foot = inside.cut_bottom(quiet_button_height(ui, away, inside.w), m.gap(Gap::Snug));
    foot.w = std::min(foot.w, quiet_button_width(ui, away));
    if (quiet_button(ui, foot, away) == Tap::Taken) {
        save_as({session_file_name(page_.began, false, language_), say("Sessie van Hamer", "Session of Hamer"),
                 [id = *meeting_](ClerkService& service, const std::filesystem::path& to) {
                     return service.export_session(id, to);
                 }});
    }
    draw_log(ui, inside, page_, std::nullopt, filter_, Say{language_});
    if (asked) open(*asked, Tab::Read);
}

// What is still needed, always on one line of the same height, and the way to the next of it.
void DossierApp::draw_needed(Ui& ui, Rect& area) {
    const auto lacking = form_->lacking();
    const std::string label = fmt::format("{} ({})", say("Nog nodig", "Still needed"), lacking.size());
    const QuietButton next{.key = "needed",
                           .label = label,
                           .icon = lacking.empty() ? Icon::Check : Icon::Right,
                           .enabled = !lacking.empty(),
                           .why = Say{language_}("Alles is ingevuld.", "All is filled in."),
                           .guarded = false};
    Rect line = area.cut_bottom(quiet_button_height(ui, next, area.w), ui.metrics().gap(Gap::Tight));
    const std::size_t at = lacking.empty() ? 0 : next_needed_ % lacking.size();
    const bool asked = quiet_button(ui, line.cut_left(quiet_button_width(ui, next), ui.metrics().gap(Gap::Normal)),
                                    next) == Tap::Taken;
    const std::string words = lacking.empty() ? "" : lacking[at].text.in(language_);
    const Text first{.text = words, .ink = Ink::Soft, .key = "needed.next"};
    if (text_line_width(ui, first) <= line.w) text_line(ui, line, first);
    if (!asked) return;
    form_->go_to(ui, form_->key_of_place(lacking[at].place));
    // What is filled in there goes from the list, and the one after it comes in its place.
    next_needed_ = at + 1;
}

void DossierApp::draw_form(Ui& ui, Rect area) {
    const Metrics& m = ui.metrics();
    const bool changed = form_->changed();
    const bool complete_already = status(form_->record()) == IncidentStatus::Complete;
    const std::string held_up = why_not_saved();
    const auto problems = form_->problems();
    const std::string to_mend = problems.empty() ? "" : mend_first(problems.begin()->second);
    std::vector<QuietButton> buttons{
        act_button({.key = "save",
                    .label = Say{language_}("Bewaren", "Save"),
                    .filled = changed,
                    .enabled = changed && held_up.empty(),
                    .why = changed ? std::string_view(held_up)
                                   : Say{language_}("Er is niets veranderd.", "Nothing was changed."),
                    .guarded = false}),
        act_button({.key = "complete",
                    .label = complete_already ? Say{language_}("Is compleet", "Is complete")
                                              : Say{language_}("Compleet maken", "Make complete"),
                    .icon = Icon::Check,
                    .enabled = held_up.empty() && form_->lacking().empty() && problems.empty() && !complete_already,
                    .why = complete_already
                               ? Say{language_}("Dit dossier is al compleet.", "This record is complete already.")
                           : !held_up.empty() ? std::string_view(held_up)
                           : form_->lacking().empty()
                               ? std::string_view(to_mend)
                               : Say{language_}("Vul eerst aan wat nog nodig is.", "First add what is needed."),
                    .guarded = false}),
        {.key = "revert",
         .label = Say{language_}("Zet terug", "Put back"),
         .icon = Icon::Undo,
         .enabled = changed && acting_.empty(),
         .why = acting_.empty() ? Say{language_}("Er is niets veranderd.", "Nothing was changed.")
                                : Say{language_}("Wacht tot dit klaar is.", "Wait until this is done."),
         .guarded = false}};
    std::optional<std::string> gone;  // a person that is to be erased
    const Rect foot = area.cut_bottom(quiet_buttons_height(ui, buttons, area.w), m.gap(Gap::Snug));
    const int pressed = quiet_buttons(ui, foot, buttons);
    draw_needed(ui, area);
    {
        // What somebody else changed stands at the top: then it begins there.
        const std::string content = form_->record().id + (merging_ ? fmt::format(" {}", merging_->revision) : "");
        Scroll scroll(ui, "form", area, Scroll::Stop::Yes, content);
        Column column(scroll.content(), m.gap(Gap::Tight));
        Lines lines(ui, column, language_);
        if (merging_) {
            const Dossier draft = form_->draft();
            if (const int at = draw_merging(lines, *merging_, draft); at >= 0) {
                const Clash& clash = merging_->clashes[static_cast<std::size_t>(at)];
                const bool theirs = merging_->chosen[static_cast<std::size_t>(at)] == 0;
                form_->put(with_side(draft, clash, theirs ? clash.theirs : clash.mine), form_->typed());
            }
        }
        form_->draw(lines, {now(), lists_.user, [&](const std::string& name) { return earlier(name); },
                            [&](const std::string& person) { gone = person; }, !acting_.empty()});
        if (const auto group = form_->going()) scroll.bring_into_view(group->first, group->second);
        scroll.extent(column.used());
    }
    if (gone) return erase_person(*gone);
    // Ctrl+S says why it cannot, as the button does.
    const bool wanted = ui.take_while_editing(key_of('s'), {.control = true});
    if (wanted && !buttons.front().enabled) {
        ui.refuse("save", buttons.front().why, foot);
    } else if (pressed == 0 || wanted) {
        save();
    }
    if (pressed == 1) complete();
    if (pressed == 2) {
        problem_.clear();
        merging_.reset();
        form_.emplace(IncidentRecord(form_->record()), now());
        ui.wake_at(ui.now());
    }
}

// Empty: it can be.
std::string DossierApp::why_not_saved() const {
    if (merging_ && !merging_->is_decided()) {
        return say("Kies eerst bij wat u allebei veranderde.", "Choose first where you both changed something.");
    }
    const auto problem = form_->held_up();
    return problem ? mend_first(*problem) : std::string();
}

std::string DossierApp::mend_first(const LocalText& problem) const {
    return fmt::format("{} {}", say("Verbeter eerst wat in het rood staat:", "Put right first what stands in red:"),
                       problem.in(language_));
}

}  // namespace hamer::ui
