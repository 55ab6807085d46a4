// The right side: one record to read, or a meeting.
#include "base/text.h"
#include "base/typed_time.h"
#include "ui/clerk/dossier_view.h"
#include "ui/toolkit/widgets/scroll.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer::ui {

namespace {

constexpr std::size_t longest_title = 120;

// What is done with the record as a whole: on paper, or away with it.
void draw_paper(Ui& ui, Rect line, const DossierView& view, const RecordForm& form, DossierActions& actions) {
    const Say say{view.language};
    const QuietButton gone =
        act_button({.key = "erase",
                    .label = say("Wis dossier", "Erase record"),
                    .intent = Intent::Danger,
                    .enabled = !form.changed(),
                    .why = say("Bewaar eerst, of zet terug.", "Save first, or put it back."),
                    .hold_ms = 1500,
                    .hold_hint = say("Houd ingedrukt: dit kan niet terug.", "Hold it down: this cannot be undone."),
                    .guarded = false},
                   view);
    const Rect away = line.cut_right(quiet_button_width(ui, gone), ui.metrics().danger_gap());
    const QuietButton paper = file_button(
        {.key = "report", .label = say("Maak PDF", "Make a PDF"), .icon = Icon::Page, .guarded = false}, view);
    const IncidentKind kind = form.record().kind;
    // Of a risk estimate the briefing; of a signal, and of what was held to learn from, nothing but the record.
    const bool ahead = kind == IncidentKind::Estimate;
    const QuietButton annex =
        file_button({.key = ahead ? "briefing" : "annex",
                     .label = ahead ? say("Briefing", "Briefing") : say("Voor de politie", "For the police"),
                     .icon = Icon::Page,
                     .guarded = false},
                    view);
    const Rect first = line.cut_left(quiet_button_width(ui, paper), ui.metrics().gap(Gap::Snug));
    line.w = std::min(line.w, quiet_button_width(ui, annex));
    if (quiet_button(ui, first, paper) == Tap::Taken) actions.emplace_back(DossierDo::MakeReport);
    if ((ahead || is_incident(kind)) && quiet_button(ui, line, annex) == Tap::Taken)
        actions.emplace_back(ahead ? DossierDo::MakeBriefing : DossierDo::MakePoliceAnnex);
    if (quiet_button(ui, away, gone) == Tap::Taken) actions.emplace_back(DossierDo::EraseRecord);
}

// Which two revisions are laid beside each other; the latest ones when there are very many.
void draw_comparison(Lines& lines, const RecordView& record, int latest, DossierActions& actions) {
    constexpr int most_offered = 12;
    const int first = std::max(1, latest - most_offered + 1);
    if (latest > 1) {
        std::vector<std::string> names;
        for (int i = first; i <= latest; ++i) names.push_back(std::to_string(i));
        const auto pick = [&](const std::string& key, const std::string& label, int chosen) {
            const int at = lines.chips(key, label, names, chosen - first);
            return at < 0 ? chosen : at + first;  // one always stands
        };
        const int from = pick("changes.from", lines.say("Van revisie", "From revision"), record.from);
        const int to = pick("changes.to", lines.say("naar revisie", "to revision"), record.to);
        if (from != record.from || to != record.to) actions.emplace_back(CompareRevisions{from, to});
    }
    draw_changes(lines, record.page);
}

}  // namespace

void draw_record(Ui& ui, Rect area, const DossierView& view, DossierTyping& typing, DossierActions& actions) {
    const Metrics& m = ui.metrics();
    const RecordTab tab = view.record.tab;
    const RecordPage& page = view.record.page;
    const IncidentRecord& record = typing.form->record();
    Rect inside = panel(ui, area, Ground::Surface, Gap::Normal);
    const std::string which =
        fmt::format("{}: {}", shown_day(record.started.at), printable(record.what, longest_title));
    const Text title{.text = which, .type = Type::Strong, .key = "title"};
    (void)text(ui, inside.cut_top(text_height(ui, title, inside.w), m.gap(Gap::Tight)), title);
    const Chips tabs{
        .key = "tab",
        .labels = {view.say("Lezen", "Read"), view.say("Aanvullen", "Complete"), view.say("Logboek", "Log"),
                   view.say("Veranderd", "Changed"), "GIR", view.say("Brieven", "Letters")},
        .chosen = static_cast<int>(tab)};
    const int chosen = chips(ui, inside.cut_top(chips_height(ui, tabs, inside.w), m.gap(Gap::Snug)), tabs);
    if (chosen >= 0) actions.emplace_back(ChooseTab{static_cast<RecordTab>(chosen)});
    if (tab == RecordTab::Complete) return draw_form(ui, inside, view, typing, actions);
    if (tab == RecordTab::Log) return draw_log(ui, inside, page, record, typing.filter, Say{view.language});
    if (tab == RecordTab::Read) {
        const QuietButton any{.key = "any", .label = "Aa"};
        draw_paper(ui, inside.cut_bottom(quiet_button_height(ui, any, inside.w), m.gap(Gap::Snug)), view, *typing.form,
                   actions);
    }
    Scroll scroll(ui,
                  tab == RecordTab::Read      ? "read"
                  : tab == RecordTab::Gir     ? "gir"
                  : tab == RecordTab::Letters ? "letters"
                                              : "changed",
                  inside, Scroll::Stop::Yes, record.id);
    Column column(scroll.content(), m.gap(Gap::Tight));
    Lines lines(ui, column, view.language);
    if (record.what.size() > longest_title) lines.words({.text = record.what});
    if (tab == RecordTab::Read) draw_overview(lines, page);
    if (tab == RecordTab::Letters) draw_letters(lines, view, *typing.form, actions);
    if (tab == RecordTab::Changes) draw_comparison(lines, view.record, record.revision, actions);
    if (tab == RecordTab::Gir) {
        const int copied = draw_gir_form(lines, page);
        if (copied >= 0) actions.emplace_back(TellCopied{page.form[static_cast<std::size_t>(copied)].label});
    }
    scroll.extent(column.used());
}

// A meeting as a whole: its log, whether that is whole, and the way to its incidents.
void draw_meeting(Ui& ui, Rect area, const DossierView& view, LogFilter& filter, DossierActions& actions) {
    const Metrics& m = ui.metrics();
    Rect inside = panel(ui, area, Ground::Surface, Gap::Normal);
    {
        Column column(inside, m.gap(Gap::Tight));
        Lines lines(ui, column, view.language);
        draw_verdict(lines, view.record.page);
        for (std::size_t i = 0; i < view.record.of_meeting.size(); ++i) {
            const RecordSummary& one = view.record.of_meeting[i];
            if (lines.button(fmt::format("incident.{}", i),
                             fmt::format("{} {}", time_beside(one.date, one.started), one.what), Icon::Folder)) {
                actions.emplace_back(OpenRecord{one.id, RecordTab::Read});
            }
        }
        inside.cut_top(column.used(), m.gap(Gap::Snug));
    }
    const QuietButton away = file_button(
        {.key = "export", .label = Say{view.language}("Exporteren", "Export"), .icon = Icon::Page, .guarded = false},
        view);
    Rect foot = inside.cut_bottom(quiet_button_height(ui, away, inside.w), m.gap(Gap::Snug));
    foot.w = std::min(foot.w, quiet_button_width(ui, away));
    if (quiet_button(ui, foot, away) == Tap::Taken) actions.emplace_back(DossierDo::ExportSession);
    draw_log(ui, inside, view.record.page, std::nullopt, filter, Say{view.language});
}

}  // namespace hamer::ui
