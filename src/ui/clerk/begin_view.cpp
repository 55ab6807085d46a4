// What begins on the right side: an incident without a session, the name of who works here, a session taken in.
#include "base/typed_time.h"
#include "platform/zone.h"
#include "record/names.h"
#include "ui/clerk/bodies_choice.h"
#include "ui/clerk/dossier_view.h"
#include "ui/toolkit/widgets/date_line.h"
#include "ui/toolkit/widgets/scroll.h"

#include <algorithm>
#include <array>

namespace hamer::ui {

namespace {

using Wrong = std::map<std::string, LocalText>;  // by the field's key

void draw_day(Lines& lines, const DossierView& view, FreshIncident& fresh, const Wrong& wrong) {
    const Day today = day_of(in_zone(view.now, SystemZone()));
    const bool ahead = fresh.kind == IncidentKind::Estimate;
    const auto day = day_typed(fresh.date, ahead ? today : past_near(today));
    const auto taken =
        date_line(lines,
                  {.key = "fresh.date",
                   .label = ahead ? view.say("Op welke dag is het?", "On which day is it?") : view.say("Datum", "Date"),
                   .below = view.say("dd-mm-jjjj", "dd-mm-yyyy"),
                   .wrong = wrong.contains("fresh.date") ? lines.say(wrong.at("fresh.date")) : "",
                   .day = day ? std::optional(*day) : std::nullopt,
                   .today = today,
                   .last = ahead ? std::nullopt : std::optional(today),
                   .why_not = view.say("Die dag is nog niet geweest.", "That day has not been yet.")},
                  fresh.date);
    if (taken) fresh.date = shown_day(*taken);
}

// Which kind of record it becomes.
void draw_kinds(Lines& lines, const DossierView& view, FreshIncident& fresh) {
    constexpr std::array kinds = {IncidentKind::Reported, IncidentKind::Signal, IncidentKind::Estimate,
                                  IncidentKind::Learning};
    const int chosen = static_cast<int>(std::ranges::find(kinds, fresh.kind) - kinds.begin());
    const int tapped = lines.chips(
        "fresh.kind", "",
        {view.say("Incident buiten een vergadering", "Incident outside a meeting"),
         view.say("Signaal vooraf (2)", "Signal beforehand (2)"),
         view.say("Risico-inschatting (5.1)", "Risk estimate (5.1)"), view.say("Leermoment (5.2)", "Learning (5.2)")},
        chosen);
    if (tapped >= 0) fresh.kind = kinds[static_cast<std::size_t>(tapped)];
}

// It decides whose record it is: who is affected, or who was there.
void draw_whose(Lines& lines, const DossierView& view, FreshIncident& fresh) {
    if (fresh.kind == IncidentKind::Learning) {
        std::optional<LearningKind> kind = fresh.learning;
        lines.choose("fresh.learning", view.say("Wat is gehouden?", "What was held?"), learning_kind_words, kind);
        fresh.learning = kind.value_or(fresh.learning);
        return choose_bodies(lines, "fresh.bodies", fresh.bodies);
    }
    lines.choose("fresh.affected",
                 fresh.kind == IncidentKind::Signal     ? view.say("Tegen wie is het gericht?", "Whom is it against?")
                 : fresh.kind == IncidentKind::Estimate ? view.say("Wie kan het treffen?", "Whom may it affect?")
                                                        : view.say("Wie is getroffen?", "Who is affected?"),
                 office_words, fresh.affected);
}

std::string asked_of(const FreshIncident& fresh, const DossierView& view) {
    switch (fresh.kind) {
        case IncidentKind::Signal:
            return view.say("Wat is het signaal?", "What is the signal?");
        case IncidentKind::Estimate:
            return view.say("Welke vergadering of bijeenkomst?", "Which meeting or gathering?");
        case IncidentKind::Learning:
            return view.say("Wat was het onderwerp?", "What was the subject?");
        default:
            return view.say("Wat gebeurde er?", "What happened?");
    }
}

void draw_fresh_fields(Lines& lines, const DossierView& view, FreshIncident& fresh, const Wrong& wrong) {
    lines.words({.text = view.say("Nieuw dossier", "New record"), .type = Type::Title});
    draw_kinds(lines, view, fresh);
    const bool signal = fresh.kind == IncidentKind::Signal;
    draw_whose(lines, view, fresh);
    lines.field("fresh.what", asked_of(fresh, view), fresh.what, 2);
    if (!signal) lines.field("fresh.place", view.say("Waar?", "Where?"), fresh.place);
    std::map<std::string, std::string> problems;
    for (const auto& [key, one] : wrong) problems[key] = lines.say(one);
    lines.show_problems(problems);
    draw_day(lines, view, fresh, wrong);
    if (fresh.kind == IncidentKind::Estimate || fresh.kind == IncidentKind::Learning) return;
    lines.field("fresh.time", view.say("Tijd", "Time"), fresh.time, 1, view.say("uu:mm", "hh:mm"));
    if (!signal)
        lines.choose("fresh.channel", view.say("Via welk kanaal?", "By which channel?"), channel_words, fresh.channel);
}

}  // namespace

void draw_fresh(Ui& ui, Rect area, const DossierView& view, FreshIncident& fresh, DossierActions& actions) {
    const Metrics& m = ui.metrics();
    Rect inside = panel(ui, area, Ground::Surface, Gap::Normal);
    Wrong wrong;
    const auto started = start_of(fresh, view.now, wrong);
    const bool learning = fresh.kind == IncidentKind::Learning;
    const std::string why = fresh.what.empty() && learning
                                ? view.say("Zeg eerst wat het onderwerp was.", "Say first what the subject was.")
                            : fresh.what.empty() ? view.say("Zeg eerst wat er gebeurde.", "Say first what happened.")
                            : !wrong.empty()     ? mend_first(wrong.begin()->second, view)
                            : fresh.date.empty() ? view.say("Vul eerst de datum in.", "Fill in the date first.")
                            : !started           ? view.say("Vul eerst de tijd in.", "Fill in the time first.")
                                                 : "";
    const QuietButton make = act_button({.key = "fresh.make",
                                         .label = Say{view.language}("Dossier beginnen", "Begin the record"),
                                         .filled = true,
                                         .enabled = why.empty(),
                                         .why = why,
                                         .guarded = false},
                                        view);
    const Rect button = inside.cut_bottom(quiet_button_height(ui, make, inside.w), m.gap(Gap::Snug));
    {
        Scroll scroll(ui, "fresh", inside, Scroll::Stop::No);
        Column column(scroll.content(), m.gap(Gap::Normal));
        Lines lines(ui, column, view.language);
        draw_fresh_fields(lines, view, fresh, wrong);
        scroll.extent(column.used());
    }
    if (quiet_button(ui, button, make) == Tap::Taken) actions.emplace_back(DossierDo::TellIncident);
}

// Whose name stands beside what is filled in, saved and erased.
void draw_name(Ui& ui, Rect area, const DossierView& view, std::string& name, DossierActions& actions) {
    const Metrics& m = ui.metrics();
    Rect inside = panel(ui, area, Ground::Surface, Gap::Normal);
    const QuietButton keep{.key = "name.keep",
                           .label = Say{view.language}("Onthouden", "Remember"),
                           .filled = true,
                           .enabled = !name.empty(),
                           .why = Say{view.language}("Vul eerst uw naam in.", "Fill in your name first."),
                           .guarded = false};
    const Rect button = inside.cut_bottom(quiet_button_height(ui, keep, inside.w), m.gap(Gap::Snug));
    Column column(inside, m.gap(Gap::Normal));
    Lines lines(ui, column, view.language);
    lines.words({.text = view.say("Wie werkt hier?", "Who works here?"), .type = Type::Title});
    lines.note(view.say("Uw naam komt te staan bij wat u invult, bewaart en opent. Hamer vraagt dit één keer.",
                        "Your name will stand beside what you fill in, save and open. Hamer asks this once."));
    const bool entered = lines.field("name", view.say("Uw naam", "Your name"), name);
    if (quiet_button(ui, button, keep) != Tap::Taken && !(entered && !name.empty())) return;
    actions.emplace_back(DossierDo::GiveName);
}

void draw_import(Ui& ui, Rect area, const DossierView& view, std::string& file, DossierActions& actions) {
    const Metrics& m = ui.metrics();
    Rect inside = panel(ui, area, Ground::Surface, Gap::Normal);
    const QuietButton take = act_button({.key = "import.take",
                                         .label = Say{view.language}("Inlezen", "Take in"),
                                         .filled = true,
                                         .enabled = !file.empty(),
                                         .why = Say{view.language}("Noem eerst het bestand.", "Name the file first."),
                                         .guarded = false},
                                        view);
    const Rect button = inside.cut_bottom(quiet_button_height(ui, take, inside.w), m.gap(Gap::Snug));
    Column column(inside, m.gap(Gap::Normal));
    Lines lines(ui, column, view.language);
    lines.words(
        {.text = view.say("Sessie van een ander apparaat", "Session from another device"), .type = Type::Title});
    lines.note(
        view.say("Op het apparaat van de voorzitter: open onder Dossier de vergadering, en kies Exporteren. Hamer "
                 "controleert elke regel.",
                 "On the chair's device: open the meeting in Dossier, and choose Export. Hamer checks each line."));
    if (view.has_desktop &&
        lines.button("import.choose", view.say("Kies bestand", "Choose a file"), Icon::Folder,
                     !view.is_acting() && !view.is_choosing,
                     view.say("Kies eerst in het venster dat open is.", "Choose first in the window that is open."))) {
        actions.emplace_back(DossierDo::ChooseBundle);
    }
    lines.field("import.file", view.say("Bestand", "File"), file, 1,
                view.say("Zoals /media/usb/avond.hamer", "Such as /media/usb/avond.hamer"));
    if (quiet_button(ui, button, take) == Tap::Taken) actions.emplace_back(DossierDo::TakeIn);
}

}  // namespace hamer::ui
