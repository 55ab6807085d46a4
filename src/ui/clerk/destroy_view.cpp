// What was kept for long enough: what goes and what stays, where the statement comes, the button that is held down, and
// then what became of it.
#include "base/counted.h"
#include "base/typed_time.h"
#include "platform/zone.h"
#include "record/names.h"
#include "ui/clerk/dossier_view.h"
#include "ui/toolkit/widgets/scroll.h"

#include <fmt/format.h>

namespace hamer::ui {

namespace {

std::string line_of(const RecordSummary& one, const DossierView& view) {
    return fmt::format("{} {}: {}", shown_day(in_zone(one.started, SystemZone())), name_of(one.kind).in(view.language),
                       one.what);
}

void draw_found(Lines& lines, const PastRetention& found, const DossierView& view) {
    lines.note(
        view.say("Deze dossiers zijn lang genoeg bewaard. Vernietigen kan niet terug: alle revisies en bijlagen "
                 "gaan weg, en wat alleen daarvoor in het logboek staat.",
                 "These records were kept for long enough. Destroying cannot be undone: all revisions and "
                 "attachments go, and what is in the log for them alone."));
    if (found.more) lines.note(view.say("De oudste; daarna zijn er nog meer.", "The oldest; there are more after it."));
    for (const RecordSummary& one : found.records) lines.words({.text = line_of(one, view), .bullet = true});
    if (!found.held.empty())
        lines.heading(view.say("Deze blijven: ze zijn nog nodig", "These stay: they are still needed"));
    for (const RecordSummary& one : found.held) lines.words({.text = line_of(one, view), .bullet = true});
    if (!found.role.empty())
        lines.note(view.say("Dossiers van een andere meldlijn ziet u niet, en vernietigt u niet.",
                            "You do not see records of another reporting line, and do not destroy them."));
}

void draw_statement(Lines& lines, const DestroyPanel& panel, const DossierView& view, DossierActions& actions) {
    lines.heading(view.say("Verklaring van vernietiging", "Statement of destruction"));
    const std::string& file = panel.statement ? panel.statement->file.string() : std::string();
    if (panel.statement)
        lines.words({.text = file.empty() ? view.say("Komt in de map reports van Hamer.",
                                                     "It will be put into Hamer's folder reports.")
                                          : file,
                     .icon = Icon::Page,
                     .key = "destroy.file"});
    if (lines.button("destroy.choose",
                     view.say("Kies waar de verklaring komt", "Choose where the statement is to be put"), Icon::Folder,
                     !view.is_acting() && !view.is_choosing,
                     view.say("Kies eerst in het venster dat open is.", "Choose first in the window that is open.")))
        actions.emplace_back(DossierDo::ChooseStatement);
}

// Held down, as it is for good; away from what is tapped without a thought.
void draw_destroy(Lines& lines, const DestroyPanel& panel, const DossierView& view, DossierActions& actions) {
    const auto count = static_cast<std::uint64_t>(panel.found.records.size());
    const LocalText records = counted(count, {"dossier", "record"}, {"dossiers", "records"});
    const std::string label = view.say(records.nl + " vernietigen", "Destroy " + records.en);
    const std::string why = view.say("Kies eerst waar de verklaring komt.", "Choose first where the statement is put.");
    const std::string hint = view.say("Houd ingedrukt: dit kan niet terug.", "Hold it down: this cannot be undone.");
    const QuietButton gone = act_button({.key = "destroy.now",
                                         .label = label,
                                         .intent = Intent::Danger,
                                         .enabled = panel.statement.has_value() && count > 0,
                                         .why = why,
                                         .hold_ms = 1500,
                                         .hold_hint = hint,
                                         .guarded = false},
                                        view);
    Ui& ui = lines.ui();
    lines.column().skip(ui.metrics().danger_gap());
    Rect place = lines.column().next(quiet_button_height(ui, gone, lines.column().width()));
    lines.column().skip(ui.metrics().danger_gap());
    place.w = std::min(place.w, quiet_button_width(ui, gone));
    if (quiet_button(ui, place, gone) == Tap::Taken) actions.emplace_back(DossierDo::DestroyOld);
}

void draw_done(Lines& lines, const DestroyedOld& done, const DossierView& view) {
    if (done.records.empty())
        lines.note(view.say("Er was niets meer te vernietigen: iemand was u voor, of houdt het vast.",
                            "There was nothing to destroy any more: somebody did it, or holds it."));
    for (std::size_t i = 0; i < done.records.size(); ++i) {
        const Gone gone = done.destruction.records[i].gone;
        const std::string said = gone == Gone::Yes  ? view.say("vernietigd", "destroyed")
                                 : gone == Gone::No ? view.say("NIET vernietigd", "NOT destroyed")
                                                    : view.say("niet zeker vernietigd", "not sure whether destroyed");
        lines.words({.text = fmt::format("{} – {}", line_of(done.records[i], view), said),
                     .ink = gone == Gone::Yes ? Ink::Normal : Ink::Danger,
                     .icon = gone == Gone::Yes ? Icon::Check : Icon::Notice,
                     .key = fmt::format("destroyed.{}", i)});
    }
    for (const Error& one : done.problems) lines.words({.text = describe(one, view.language), .ink = Ink::Danger});
    if (done.statement.empty()) return;
    lines.heading(view.say("De verklaring staat hier", "The statement is here"));
    lines.words({.text = printable(done.statement.string()), .icon = Icon::Page, .key = "destroyed.statement"});
}

}  // namespace

void draw_destroying(Ui& ui, Rect area, const DossierView& view, DossierActions& actions) {
    const DestroyPanel& panel = *view.destroying;
    const SidePanel side(ui, "destroy", area,
                         panel.done ? view.say("Wat is vernietigd", "What was destroyed")
                                    : view.say("Bewaartermijn voorbij", "Kept for too long"),
                         view.say("Klaar", "Done"));
    {
        Scroll scroll(ui, "destroy", side.content(), Scroll::Stop::Yes, panel.done ? "done" : "asked");
        Column column(scroll.content(), ui.metrics().gap(Gap::Tight));
        Lines lines(ui, column, view.language);
        if (panel.done) {
            draw_done(lines, *panel.done, view);
        } else {
            draw_found(lines, panel.found, view);
            draw_statement(lines, panel, view, actions);
            draw_destroy(lines, panel, view, actions);
        }
        scroll.extent(column.used());
    }
    if (side.closed()) actions.emplace_back(DossierDo::CloseDestroying);
}

}  // namespace hamer::ui
