#include "ui/clerk/record_page.h"

#include "base/typed_time.h"
#include "ui/clerk/change_words.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer::ui {

namespace {

std::uint64_t next_edition() {
    static std::uint64_t editions = 0;  // the window's thread alone makes pages
    return ++editions;
}

}  // namespace

RecordPage page_of(OpenedRecord& opened) {
    return {.paper = paper_of(std::move(opened.document)),
            .form = std::move(opened.form),
            .letters = std::move(opened.letters),
            .risks = std::move(opened.risks),
            .log = std::move(opened.log),
            .changes = std::move(opened.changes),
            .edition = next_edition()};
}

RecordPage page_of(std::shared_ptr<const ReadLog> log) { return {.log = std::move(log), .edition = next_edition()}; }

void draw_verdict(Lines& lines, const RecordPage& page) {
    const std::string verdict = grouped(page.log->verdict);
    lines.words({.text = verdict,
                 .ink = page.log->is_whole == false ? Ink::Danger : Ink::Soft,
                 .icon = page.log->is_whole == false ? Icon::Alarm : Icon::Lock,
                 .key = "verdict"});
}

void draw_overview(Lines& lines, const RecordPage& page) {
    draw_chart(lines, page.paper);
    if (!page.log->verdict.empty()) draw_verdict(lines, page);
    draw_sections(lines, page.paper);
}

int draw_gir_form(Lines& lines, const RecordPage& page) {
    lines.note(lines.say("GIR: Gemeentelijk Incidenten Registratiesysteem. Kopieer de velden een voor een.",
                         "GIR: the municipality's register of incidents. Copy the fields one by one."));
    Ui& ui = lines.ui();
    int copied = -1;
    for (std::size_t i = 0; i < page.form.size(); ++i) {
        const LabelledValue& one = page.form[i];
        const std::string key = fmt::format("gir.{}", i);
        const std::string copy = lines.say("Kopieer", "Copy");
        const QuietButton button{.key = key,
                                 .label = copy,
                                 .icon = Icon::Page,
                                 .enabled = !one.value.empty(),
                                 .why = one.value.empty() ? "–" : "",
                                 .guarded = false};
        const float gap = ui.metrics().gap(Gap::Snug);
        const float beside = quiet_button_width(ui, button);
        const float width = lines.column().width() - beside - gap;
        const Text label{.text = one.label, .type = Type::Small, .ink = Ink::Soft};
        const std::string shown = one.value.empty() ? "–" : one.value;
        const Text value{.text = shown};
        const float words = text_height(ui, label, width) + text_height(ui, value, width);
        Rect place = lines.column().next(std::max(words, quiet_button_height(ui, button, beside)));
        Rect side = place.cut_right(beside, gap);
        side.h = quiet_button_height(ui, button, beside);
        if (quiet_button(ui, side, button) == Tap::Taken) copied = static_cast<int>(i);
        place.y += text(ui, place, label);
        (void)text(ui, place, value);
    }
    if (copied >= 0) ui.copy(page.form[static_cast<std::size_t>(copied)].value);
    return copied;
}

void draw_changes(Lines& lines, const RecordPage& page) {
    if (page.changes.empty()) {
        lines.note(lines.say("Dit is de eerste revisie, of er veranderde niets.",
                             "This is the first revision, or nothing changed."));
    }
    for (const Change& one : page.changes) {
        const std::string place = place_in_words(one.place, lines.language());
        lines.words({.text = place, .type = Type::Strong});
        const std::string nothing = lines.say("(niets)", "(nothing)");
        const auto shown = [&](const std::string& value) {
            return value.empty() ? nothing : grouped(value_in_words(one.place, value, lines.language()));
        };
        lines.words({.text = fmt::format("– {}", shown(one.before)), .ink = Ink::Soft});
        lines.words({.text = fmt::format("+ {}", shown(one.after))});
    }
}

bool shows(const LogFilter& filter, const LogLine& line, const std::optional<IncidentRecord>& incident) {
    if (line.system && !filter.system) return false;
    switch (filter.lines) {
        case LogFilter::Lines::All:
            return true;
        case LogFilter::Lines::Incident:
            return incident && line.occurred >= incident->started.at &&
                   (!incident->ended || line.occurred <= incident->ended->at.at);
        case LogFilter::Lines::Said:
            return !line.said.empty();
        case LogFilter::Lines::Corrected:
            return line.taken_back || line.late;
    }
    return true;
}

void draw_log(Ui& ui, Rect area, const RecordPage& page, const std::optional<IncidentRecord>& incident,
              LogFilter& filter, const Say& say) {
    const Metrics& m = ui.metrics();
    Chips which{.key = "log.lines",
                .labels = {std::string(say("Hele vergadering", "Whole meeting"))},
                .chosen = static_cast<int>(filter.lines)};
    std::vector<LogFilter::Lines> meant{LogFilter::Lines::All};
    const auto offer = [&](LogFilter::Lines lines, std::string_view label) {
        meant.push_back(lines);
        which.labels.emplace_back(label);
    };
    if (incident) offer(LogFilter::Lines::Incident, say("Dit incident", "This incident"));
    offer(LogFilter::Lines::Said, say("Gezegd", "Said"));
    offer(LogFilter::Lines::Corrected, say("Hersteld of later", "Corrected or later"));
    which.chosen = static_cast<int>(std::ranges::find(meant, filter.lines) - meant.begin());
    const int tapped = chips(ui, area.cut_top(chips_height(ui, which, area.w), m.gap(Gap::Tight)), which);
    if (tapped >= 0) filter.lines = meant[static_cast<std::size_t>(tapped)];
    const Toggle system{.key = "log.system",
                        .label = say("Ook regels van het programma", "The program's own lines too"),
                        .on = filter.system};
    if (toggle(ui, area.cut_top(toggle_height(ui, system, area.w), m.gap(Gap::Tight)), system)) {
        filter.system = !filter.system;
    }
    std::vector<std::size_t> shown;
    for (std::size_t i = 0; i < page.log->lines.size(); ++i) {
        if (shows(filter, page.log->lines[i], incident)) shown.push_back(i);
    }
    LogList list{
        .key = "log",
        .empty = page.log->lines.empty() ? say("Er is hier geen logboek.", "There is no log here.")
                                         : say("Geen regels van deze soort.", "No lines of this kind."),
        .count = static_cast<int>(shown.size()),
        .revision = page.edition * 8 + static_cast<std::uint64_t>(filter.lines) * 2 + (filter.system ? 1 : 0),
        .row = {},
        .order = LogList::Order::OldestFirst,
        .days_below = std::ranges::any_of(page.log->lines, [](const LogLine& line) { return !line.day.empty(); })};
    list.row = [&](int row) {
        const LogLine& line = page.log->lines[shown[static_cast<std::size_t>(row)]];
        std::string detail = line.detail;
        const auto add = [&](const std::string& more) { detail += (detail.empty() ? "" : " · ") + more; };
        if (!line.said.empty()) add("“" + line.said + "”");
        if (!line.proposed.empty())
            add(fmt::format("{} “{}”", say("voorgestelde woorden:", "words proposed:"), line.proposed));
        if (line.late) {
            add(fmt::format("{} {} {}", say("later vastgelegd:", "recorded later:"), shown_day(line.recorded),
                            clock_time(line.recorded)));
        }
        const Icon icon = line.late         ? Icon::Clock
                          : line.system     ? Icon::Settings
                          : line.taken_back ? Icon::Undo
                                            : Icon::Dot;
        return LogRow{clock_time(line.occurred), line.text, detail, icon, Intent::Normal, line.taken_back, line.day};
    };
    (void)log_list(ui, area, list);
}

}  // namespace hamer::ui
