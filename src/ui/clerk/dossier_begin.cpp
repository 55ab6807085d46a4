// What begins on the right side: an incident without a session, the name of who works here, a session taken in.
#include "base/typed_time.h"
#include "platform/zone.h"
#include "record/faults.h"
#include "record/names.h"
#include "ui/clerk/dossier_app.h"
#include "ui/toolkit/widgets/date_line.h"
#include "ui/toolkit/widgets/scroll.h"

namespace hamer::ui {

// What stands in the form of an incident without a record, as a draft that has no record either.
std::optional<Draft> DossierApp::draft_of(const Fresh& fresh) {
    Draft draft;
    draft.dossier.channel = fresh.channel;
    if (fresh.affected) draft.dossier.persons = {{.id = "p1", .role = PersonRole::Affected, .office = fresh.affected}};
    const bool is_empty = fresh.what.empty() && fresh.place.empty() && fresh.time.empty() && draft == Draft{};
    if (is_empty) return std::nullopt;
    draft.typed = {
        {"id", fresh.id}, {"what", fresh.what}, {"place", fresh.place}, {"date", fresh.date}, {"time", fresh.time}};
    return draft;
}

DossierApp::Fresh DossierApp::fresh_of(const Draft& draft) {
    const auto typed = [&](const std::string& key) {
        const auto found = draft.typed.find(key);
        return found == draft.typed.end() ? std::string() : found->second;
    };
    Fresh fresh{typed("id"), typed("what"), typed("place"), typed("date"), typed("time"), draft.dossier.channel, {}};
    if (!draft.dossier.persons.empty()) fresh.affected = draft.dossier.persons.front().office;
    return fresh;
}

void DossierApp::begin_fresh() {
    close();
    // What was typed on an earlier day comes from the disk: an empty form in its place would write over it.
    wants_fresh_ = options_.drafts && !options_.drafts->is_fresh_known();
    if (wants_fresh_) return;
    if (const auto draft = options_.drafts ? options_.drafts->fresh() : std::nullopt) {
        fresh_ = fresh_of(*draft);
        if (fresh_->id.empty()) fresh_->id = new_report_id(now());  // it was kept without one
        kept_ = draft;
        return;
    }
    fresh_.emplace();
    fresh_->id = new_report_id(now());
    fresh_->date = shown_day(in_zone(now(), SystemZone()));
}

// When it began, as typed; nothing where that cannot be, with why by the field's key in `wrong`.
std::optional<Instant> DossierApp::fresh_start(std::map<std::string, LocalText>& wrong) const {
    const SystemZone zone;
    const Day today = day_of(in_zone(now(), zone));
    const auto day = day_typed(fresh_->date, past_near(today));
    const auto time = time_typed(fresh_->time);
    if (!day && !fresh_->date.empty()) wrong["fresh.date"] = day.error();
    if (!time && !fresh_->time.empty()) wrong["fresh.time"] = time.error();
    if (!day || !time) return std::nullopt;
    const auto at = moment_typed(shown_day(*day) + " " + shown_time(*time), zone);
    const LocalText why = at ? wrong_with_past(*at, now(), zone) : at.error();
    if (why.empty()) return *at;
    wrong[*day > today ? "fresh.date" : "fresh.time"] = why;
    return std::nullopt;
}

void DossierApp::draw_fresh(Ui& ui, Rect area) {
    const Metrics& m = ui.metrics();
    Rect inside = panel(ui, area, Ground::Surface, Gap::Normal);
    std::map<std::string, LocalText> wrong;
    const auto started = fresh_start(wrong);
    const std::string why = fresh_->what.empty()   ? say("Zeg eerst wat er gebeurde.", "Say first what happened.")
                            : !wrong.empty()       ? mend_first(wrong.begin()->second)
                            : fresh_->date.empty() ? say("Vul eerst de datum in.", "Fill in the date first.")
                            : !started             ? say("Vul eerst de tijd in.", "Fill in the time first.")
                                                   : "";
    const QuietButton make = act_button({.key = "fresh.make",
                                         .label = Say{language_}("Dossier beginnen", "Begin the record"),
                                         .filled = true,
                                         .enabled = why.empty(),
                                         .why = why,
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
        std::map<std::string, std::string> problems;
        for (const auto& [key, one] : wrong) problems[key] = one.in(language_);
        lines.show_problems(problems);
        const Day today = day_of(in_zone(now(), SystemZone()));
        const auto day = day_typed(fresh_->date, past_near(today));
        const auto taken = date_line(lines,
                                     {.key = "fresh.date",
                                      .label = say("Datum", "Date"),
                                      .below = say("dd-mm-jjjj", "dd-mm-yyyy"),
                                      .wrong = wrong.contains("fresh.date") ? wrong.at("fresh.date").in(language_) : "",
                                      .day = day ? std::optional(*day) : std::nullopt,
                                      .today = today,
                                      .last = today,
                                      .why_not = say("Die dag is nog niet geweest.", "That day has not been yet.")},
                                     fresh_->date);
        if (taken) fresh_->date = shown_day(*taken);
        lines.field("fresh.time", say("Tijd", "Time"), fresh_->time, 1, say("uu:mm", "hh:mm"));
        lines.choose("fresh.channel", say("Via welk kanaal?", "By which channel?"), channel_words, fresh_->channel);
        scroll.extent(column.used());
    }
    if (quiet_button(ui, button, make) == Tap::Taken) report();
}

// Whose name stands beside what is filled in, saved and erased.
void DossierApp::draw_name(Ui& ui, Rect area) {
    const Metrics& m = ui.metrics();
    Rect inside = panel(ui, area, Ground::Surface, Gap::Normal);
    const QuietButton keep{.key = "name.keep",
                           .label = Say{language_}("Onthouden", "Remember"),
                           .filled = true,
                           .enabled = !name_->empty(),
                           .why = Say{language_}("Vul eerst uw naam in.", "Fill in your name first."),
                           .guarded = false};
    const Rect button = inside.cut_bottom(quiet_button_height(ui, keep, inside.w), m.gap(Gap::Snug));
    Column column(inside, m.gap(Gap::Normal));
    Lines lines(ui, column, language_);
    lines.words({.text = say("Wie werkt hier?", "Who works here?"), .type = Type::Title});
    lines.note(say("Uw naam komt te staan bij wat u invult, bewaart en opent. Hamer vraagt dit één keer.",
                   "Your name will stand beside what you fill in, save and open. Hamer asks this once."));
    const bool entered = lines.field("name", say("Uw naam", "Your name"), *name_);
    if (quiet_button(ui, button, keep) != Tap::Taken && !(entered && !name_->empty())) return;
    name_given_ = true;
    ui.wake_at(ui.now());
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
    lines.note(
        say("Op het apparaat van de voorzitter: open onder Dossier de vergadering, en kies Exporteren. Hamer "
            "controleert elke regel.",
            "On the chair's device: open the meeting in Dossier, and choose Export. Hamer checks each line."));
    if (options_.desktop &&
        lines.button("import.choose", say("Kies bestand", "Choose a file"), Icon::Folder,
                     acting_.empty() && !is_choosing(),
                     say("Kies eerst in het venster dat open is.", "Choose first in the window that is open."))) {
        choose_bundle();
    }
    lines.field("import.file", say("Bestand", "File"), *bundle_, 1,
                say("Zoals /media/usb/avond.hamer", "Such as /media/usb/avond.hamer"));
    if (quiet_button(ui, button, take) == Tap::Taken) import();
}

}  // namespace hamer::ui
