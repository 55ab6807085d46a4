// What all meetings and incidents together show: the list of meetings, the trends, and what may not be kept longer.
#include "base/counted.h"
#include "base/typed_time.h"
#include "platform/zone.h"
#include "report/date_text.h"
#include "service/store/file_names.h"
#include "ui/clerk/change_words.h"
#include "ui/clerk/dossier_app.h"
#include "ui/toolkit/widgets/bar_list.h"
#include "ui/toolkit/widgets/scroll.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer::ui {

namespace {

constexpr std::size_t most_places = 10;

}  // namespace

// How far a long reading is. It ends when another list is chosen.
void DossierApp::draw_progress(Ui& ui, Rect& area, std::size_t read, std::size_t total) {
    const std::string words = fmt::format("{}: {} / {}", say("Gelezen", "Read"), read, total);
    const Text progress{.text = words, .ink = Ink::Soft};
    const Rect place = area.cut_top(text_height(ui, progress, area.w), ui.metrics().gap(Gap::Tight));
    (void)text(ui, place, progress);
}

void DossierApp::draw_meetings(Ui& ui, Rect area) {
    if (!meetings_.ready()) draw_progress(ui, area, meetings_.lines().size(), meetings_.total());
    LogList list{.key = "meetings",
                 .empty = Say{language_}("Nog geen vergaderingen op dit apparaat.", "No meetings on this device yet."),
                 .count = static_cast<int>(meetings_.lines().size()),
                 .revision = meetings_.edition() * 2 + (language_ == Language::Dutch ? 0 : 1),
                 .row = {},
                 .order = LogList::Order::OldestFirst,
                 .days = true,
                 .icons = false};
    list.row = [&](int row) {
        const MeetingLine& one = meetings_.lines()[static_cast<std::size_t>(row)];
        if (!one.problem.empty()) return LogRow{"", one.id, one.problem, Icon::None, Tone::Danger, false};
        std::string detail = one.incidents == 0 ? say("geen incidenten", "no incidents")
                                                : hamer::counted(static_cast<std::uint64_t>(one.incidents),
                                                                 {"incident", "incident"}, {"incidenten", "incidents"})
                                                      .in(language_);
        if (!one.from.empty()) detail += fmt::format(" · {} {}", say("van", "of"), one.from);
        if (!one.whole) detail += say(" · LOGBOEK BESCHADIGD", " · LOG DAMAGED");
        return LogRow{
            shown_day(one.date), one.name, detail, Icon::None, one.whole ? Tone::Normal : Tone::Danger, false};
    };
    const int opened = log_list(ui, area, list);
    if (opened < 0) return;
    open_meeting(meetings_.lines()[static_cast<std::size_t>(opened)].id);
    ui.wake_at(ui.now());
}

// Whether this term's drill was held (5.2), and the ones before it.
void DossierApp::draw_drills(Lines& lines) {
    constexpr std::size_t most_drills = 5;
    lines.heading(say("Oefeningen (5.2)", "Drills (5.2)"));
    const auto& held = totals_.drills();
    const std::string today = calendar_date(in_zone(now(), SystemZone()));
    if (const CouncilTerm* term = term_of(options_.terms, today)) {
        const bool done = held_in(held, *term) != nullptr;
        const std::string words =
            done ? say("Deze raadsperiode is er geoefend.", "There was a drill in this term.")
                 : fmt::format("{} {}.",
                               say("Deze raadsperiode is er nog niet geoefend. De periode loopt tot en met",
                                   "There was no drill in this term yet. The term lasts until"),
                               shown_day(term->until));
        lines.words({.text = words,
                     .ink = done ? Ink::Normal : Ink::Danger,
                     .icon = done ? Icon::Check : Icon::Notice,
                     .key = "drills.term"});
    }
    if (held.empty()) lines.note(say("Nog geen oefening op dit apparaat.", "No drill on this device yet."));
    for (std::size_t i = 0; i < std::min(held.size(), most_drills); ++i) {
        const HeldDrill& one = held[i];
        const std::string words = fmt::format("{}: {}, {} {} {}", shown_day(one.held), one.title, one.result->points,
                                              say("van", "of"), one.result->of);
        const bool alone = one.setup.lead == DrillLead::Program;
        lines.words({.text = words + (alone ? say(", alleen geoefend", ", practised alone") : ""), .bullet = true});
    }
}

void DossierApp::draw_totals(Ui& ui, Rect area) {
    if (!totals_.ready()) return draw_progress(ui, area, totals_.read(), totals_.total());
    const Trends& trends = totals_.trends();
    const std::string year = trends.months.empty() ? "" : trends.months.back().of.substr(0, 4);
    if (!year.empty()) {
        const std::string label =
            fmt::format("{} {}", say("Casussen zonder namen van", "Cases without names of"), year);
        const QuietButton cases = file_button({.key = "cases", .label = label, .icon = Icon::Page, .guarded = false});
        if (quiet_button(ui, area.cut_bottom(quiet_button_height(ui, cases, area.w), ui.metrics().gap(Gap::Snug)),
                         cases) == Tap::Taken) {
            const int of = std::stoi(year);
            save_as(
                {cases_file_name(of, language_), say("Tekst", "Text"),
                 [of](ClerkService& service, const std::filesystem::path& to) { return service.write_cases(of, to); }});
            ui.wake_at(ui.now());
        }
    }
    std::optional<std::string> asked;
    bool asks_name = false;
    {
        Scroll scroll(ui, "totals", area);
        Column column(scroll.content(), ui.metrics().gap(Gap::Tight));
        Lines lines(ui, column, language_);
        const std::string unknown = say("niet bekend", "not known");
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
            if (rest > 0) bars.push_back({say("andere", "others"), rest});
            bar_list(ui, column.next(bar_list_height(ui, bars, column.width())), bars);
        };
        lines.words(
            {.text = fmt::format("{}: {}", say("Incidenten in twee jaar", "Incidents in two years"), trends.records),
             .type = Type::Title,
             .key = "totals.records"});
        const auto itself = [](const std::string& word) { return word; };
        if (trends.records > 0) {
            plot(
                say("Per maand", "Per month"), trends.months,
                [&](const std::string& month) { return month_in_words(month, language_); }, longest_trend);
            plot(
                say("Zwaarste gedrag", "Heaviest conduct"), trends.conduct,
                [&](const std::string& word) { return value_in_words("/dossier/conduct", word, language_); },
                conduct_words.size() + 1);
            plot(say("Plaats", "Place"), trends.places, itself, most_places);
            plot(
                say("Eerste keer of vaker", "First time or repeated"), trends.repetition,
                [&](const std::string& word) { return value_in_words("/dossier/repetition", word, language_); },
                repetition_words.size() + 1);
        }
        draw_drills(lines);
        lines.heading(say("Wie werkt hier", "Who works here"));
        lines.note(lists_.user.empty() ? say("Nog niet gezegd.", "Not said yet.") : lists_.user);
        if (lines.button("who", say("Naam veranderen", "Change the name"), Icon::Person)) asks_name = true;
        lines.heading(say("Bewaartermijn voorbij", "Kept for too long"));
        const std::vector<RecordSummary>& old = totals_.past_retention();
        if (old.empty()) lines.note(say("Niets om te wissen.", "Nothing to erase."));
        if (old.size() == Totals::most_old) lines.note(say("De honderd oudste:", "The hundred oldest:"));
        for (std::size_t i = 0; i < old.size(); ++i) {
            const RecordSummary& one = old[i];
            if (lines.button(fmt::format("old.{}", i), fmt::format("{} {}", shown_day(one.started), one.what),
                             Icon::Folder)) {
                asked = one.id;
            }
        }
        scroll.extent(column.used());
    }
    if (asks_name && may_leave()) {
        close();
        name_ = options_.name;
    }
    if (asked) {
        open(*asked, Tab::Read);
        ui.wake_at(ui.now());
    }
}

}  // namespace hamer::ui
