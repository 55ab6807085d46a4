// What all meetings and incidents together show: the list of meetings, the trends, and what may not be kept longer.
#include "base/counted.h"
#include "base/typed_time.h"
#include "platform/zone.h"
#include "record/names.h"
#include "report/date_text.h"
#include "report/learning_text.h"
#include "ui/clerk/change_words.h"
#include "ui/clerk/dossier_view.h"
#include "ui/toolkit/widgets/bar_list.h"
#include "ui/toolkit/widgets/scroll.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer::ui {

namespace {

constexpr std::size_t most_places = 10;

// How far a long reading is. It ends when another list is chosen.
void draw_progress(Ui& ui, Rect& area, std::size_t read, std::size_t total, const DossierView& view) {
    const std::string words = fmt::format("{}: {} / {}", view.say("Gelezen", "Read"), read, total);
    const Text progress{.text = words, .ink = Ink::Soft};
    const Rect place = area.cut_top(text_height(ui, progress, area.w), ui.metrics().gap(Gap::Tight));
    (void)text(ui, place, progress);
}

// Whether this term's drill was held (5.2), and the ones before it.
void draw_drills(Lines& lines, const DossierView& view) {
    constexpr std::size_t most_drills = 5;
    lines.heading(view.say("Oefeningen (5.2)", "Drills (5.2)"));
    const auto& held = view.lists.totals.drills;
    const std::string today = calendar_date(in_zone(view.now, SystemZone()));
    if (const CouncilTerm* term = term_of(view.lists.terms, today)) {
        const bool done = held_in(held, *term) != nullptr;
        const std::string words =
            done ? view.say("Deze raadsperiode is er geoefend.", "There was a drill in this term.")
                 : fmt::format("{} {}.",
                               view.say("Deze raadsperiode is er nog niet geoefend. De periode loopt tot en met",
                                        "There was no drill in this term yet. The term lasts until"),
                               shown_day(term->until));
        lines.words({.text = words,
                     .ink = done ? Ink::Normal : Ink::Danger,
                     .icon = done ? Icon::Check : Icon::Notice,
                     .key = "drills.term"});
    }
    if (held.empty()) lines.note(view.say("Nog geen oefening op dit apparaat.", "No drill on this device yet."));
    for (std::size_t i = 0; i < std::min(held.size(), most_drills); ++i) {
        const HeldDrill& one = held[i];
        const std::string words = fmt::format("{}: {}, {} {} {}", shown_day(one.held), one.title, one.result->points,
                                              view.say("van", "of"), one.result->of);
        const bool alone = one.setup.lead == DrillLead::Program;
        lines.words(
            {.text = words + (alone ? view.say(", alleen geoefend", ", practised alone") : ""), .bullet = true});
    }
}

// Of which year one can ask: this one, and those for which a record is kept.
int this_year(const DossierView& view) {
    return int{std::chrono::year_month_day{day_of(in_zone(view.now, SystemZone()))}.year()};
}

// Whether this year's discussion was held (5.2), and what else was held to learn from.
void draw_learnt(Lines& lines, const DossierView& view) {
    constexpr std::size_t most_shown = 5;
    lines.heading(view.say("Leren en bespreken (5.2)", "Learning and discussing (5.2)"));
    const auto& held = view.lists.totals.learnt;
    const int year = this_year(view);
    const YearlyDiscussion discussion = discussed_in(held, year);
    const bool done = !discussion.days.empty() && discussion.council && discussion.college;
    lines.words({.text = discussion_in_words(discussion, year, view.language),
                 .ink = done ? Ink::Normal : Ink::Danger,
                 .icon = done ? Icon::Check : Icon::Notice,
                 .key = "learnt.discussion"});
    for (std::size_t i = 0; i < std::min(held.size(), most_shown); ++i) {
        const std::string who = attendance_in_words(held[i], view.language);
        lines.words({.text = fmt::format("{}: {}{}{}", shown_day(held[i].day), name_of(held[i].kind).in(view.language),
                                         who.empty() ? "" : ", ", who),
                     .bullet = true});
    }
}

// The year that was chosen, or else the last one with an incident.
std::optional<int> shown_year(const ReadTotals& totals) {
    if (totals.year) return totals.year;
    const std::vector<Share>& months = totals.trends.months;
    return months.empty() ? std::nullopt : std::optional(std::stoi(months.back().of.substr(0, 4)));
}

void draw_years(Lines& lines, const DossierView& view, DossierActions& actions) {
    constexpr int most_years = 5;
    const int last = this_year(view);
    std::vector<std::string> labels{view.say("Twee jaar", "Two years")};
    for (int i = 0; i < most_years; ++i) labels.push_back(std::to_string(last - i));
    const auto& year = view.lists.totals.year;
    const int chosen = year ? last - *year + 1 : 0;
    const int tapped = lines.chips("totals.year", "", labels, chosen);
    if (tapped != chosen)
        actions.emplace_back(ChooseYear{tapped < 1 ? std::nullopt : std::optional(last - tapped + 1)});
}

// The report to the council, to print, to write on in, and for a spreadsheet.
void draw_papers(Lines& lines, const DossierView& view, DossierActions& actions) {
    const auto year = shown_year(view.lists.totals);
    if (!year) return;
    lines.heading(view.say("Voor anderen", "For others"));
    const auto button = [&](const char* key, const std::string& label, Icon icon, YearForm form) {
        if (lines.button(key, fmt::format("{} {}", label, *year), icon, !view.is_choosing && !view.is_acting()))
            actions.emplace_back(MakeYear{*year, form});
    };
    button("year.pdf", view.say("Verslag aan de raad (PDF) over", "Report to the council (PDF) on"), Icon::Page,
           YearForm::Pdf);
    button("year.word", view.say("Hetzelfde om aan te passen (Word) over", "The same to change (Word) on"), Icon::Page,
           YearForm::Word);
    button("year.sheet", view.say("Cijfers voor een rekenblad (CSV) over", "Numbers for a spreadsheet (CSV) on"),
           Icon::Page, YearForm::Spreadsheet);
}

// The cases of that year, at the foot.
void draw_cases(Ui& ui, Rect& area, const DossierView& view, DossierActions& actions) {
    const auto year = shown_year(view.lists.totals);
    if (!year) return;
    const std::string label =
        fmt::format("{} {}", view.say("Casussen zonder namen van", "Cases without names of"), *year);
    const QuietButton cases = file_button({.key = "cases", .label = label, .icon = Icon::Page, .guarded = false}, view);
    const Rect place = area.cut_bottom(quiet_button_height(ui, cases, area.w), ui.metrics().gap(Gap::Snug));
    if (quiet_button(ui, place, cases) == Tap::Taken) actions.emplace_back(MakeCases{*year});
}

void draw_trends(Lines& lines, const Trends& trends, const DossierView& view) {
    const std::string unknown = view.say("niet bekend", "not known");
    const auto plot = [&](const std::string& title, const std::vector<Share>& shares, const auto& name,
                          std::size_t most) {
        lines.heading(title);
        std::vector<Quantity> bars;
        int rest = 0;
        for (const Share& one : shares) {
            if (bars.size() < most)
                bars.push_back({one.of.empty() ? unknown : name(one.of), one.records});
            else
                rest += one.records;
        }
        if (rest > 0) bars.push_back({view.say("andere", "others"), rest});
        Column& column = lines.column();
        bar_list(lines.ui(), column.next(bar_list_height(lines.ui(), bars, column.width())), bars);
    };
    const auto value = [&](const char* place) {
        return [place, &view](const std::string& word) { return value_in_words(place, word, view.language); };
    };
    plot(
        view.say("Per maand", "Per month"), trends.months,
        [&](const std::string& month) { return month_in_words(month, view.language); }, longest_trend);
    plot(view.say("Zwaarste gedrag", "Heaviest conduct"), trends.conduct, value("/dossier/conduct"),
         conduct_words.size() + 1);
    plot(
        view.say("Plaats", "Place"), trends.places, [](const std::string& word) { return word; }, most_places);
    plot(view.say("Eerste keer of vaker", "First time or repeated"), trends.repetition, value("/dossier/repetition"),
         repetition_words.size() + 1);
}

void draw_user(Lines& lines, const DossierView& view, DossierActions& actions) {
    lines.heading(view.say("Wie werkt hier", "Who works here"));
    lines.note(view.lists.user.empty() ? view.say("Nog niet gezegd.", "Not said yet.") : view.lists.user);
    if (lines.button("who", view.say("Naam veranderen", "Change the name"), Icon::Person))
        actions.emplace_back(DossierDo::AskName);
}

void draw_past_retention(Lines& lines, const DossierView& view, DossierActions& actions) {
    lines.heading(view.say("Bewaartermijn voorbij", "Kept for too long"));
    const std::vector<RecordSummary>& old = view.lists.totals.past_retention;
    if (old.empty()) return lines.note(view.say("Niets om te wissen.", "Nothing to erase."));
    if (old.size() == ReadTotals::most_old) lines.note(view.say("De honderd oudste:", "The hundred oldest:"));
    for (std::size_t i = 0; i < old.size(); ++i) {
        const RecordSummary& one = old[i];
        if (lines.button(fmt::format("old.{}", i), fmt::format("{} {}", shown_day(one.started), one.what),
                         Icon::Folder)) {
            actions.emplace_back(OpenRecord{one.id, RecordTab::Read});
        }
    }
    if (lines.button("destroy.begin", view.say("Vernietigen, met verklaring", "Destroy, with a statement"), Icon::Page,
                     !view.is_acting() && !view.is_choosing,
                     view.say("Wacht tot dit klaar is.", "Wait until this is done.")))
        actions.emplace_back(DossierDo::BeginDestroying);
}

}  // namespace

void draw_meetings(Ui& ui, Rect area, const DossierView& view, DossierActions& actions) {
    const FoundMeetings& found = view.lists.meetings;
    if (!found.ready) draw_progress(ui, area, found.lines.size(), found.total, view);
    LogList list{
        .key = "meetings",
        .empty = Say{view.language}("Nog geen vergaderingen op dit apparaat.", "No meetings on this device yet."),
        .count = static_cast<int>(found.lines.size()),
        .revision = found.edition * 2 + (view.language == Language::Dutch ? 0 : 1),
        .row = {},
        .order = LogList::Order::OldestFirst,
        .days = true,
        .icons = false};
    list.row = [&](int row) {
        const MeetingLine& one = found.lines[static_cast<std::size_t>(row)];
        if (!one.problem.empty()) return LogRow{"", one.id, one.problem, Icon::None, Intent::Danger, false};
        std::string detail = one.incidents == 0 ? view.say("geen incidenten", "no incidents")
                                                : hamer::counted(static_cast<std::uint64_t>(one.incidents),
                                                                 {"incident", "incident"}, {"incidenten", "incidents"})
                                                      .in(view.language);
        if (!one.from.empty()) detail += fmt::format(" · {} {}", view.say("van", "of"), one.from);
        if (!one.whole) detail += view.say(" · LOGBOEK BESCHADIGD", " · LOG DAMAGED");
        return LogRow{
            shown_day(one.date), one.name, detail, Icon::None, one.whole ? Intent::Normal : Intent::Danger, false};
    };
    const int opened = log_list(ui, area, list);
    if (opened < 0) return;
    actions.emplace_back(OpenMeetingLog{found.lines[static_cast<std::size_t>(opened)].id});
}

void draw_totals(Ui& ui, Rect area, const DossierView& view, DossierActions& actions) {
    const ReadTotals& totals = view.lists.totals;
    if (!totals.ready) return draw_progress(ui, area, totals.read, totals.total, view);
    const Trends& trends = totals.trends;
    draw_cases(ui, area, view, actions);
    Scroll scroll(ui, "totals", area);
    Column column(scroll.content(), ui.metrics().gap(Gap::Tight));
    Lines lines(ui, column, view.language);
    const std::string title = totals.year
                                  ? fmt::format("{} {}", view.say("Incidenten in", "Incidents in"), *totals.year)
                                  : view.say("Incidenten in twee jaar", "Incidents in two years");
    lines.words({.text = fmt::format("{}: {}", title, trends.records), .type = Type::Title, .key = "totals.records"});
    draw_years(lines, view, actions);
    if (trends.records > 0) draw_trends(lines, trends, view);
    draw_papers(lines, view, actions);
    draw_drills(lines, view);
    draw_learnt(lines, view);
    draw_user(lines, view, actions);
    draw_past_retention(lines, view, actions);
    scroll.extent(column.used());
}

}  // namespace hamer::ui
