#include "ui/dossier/record_page.h"

#include "base/counted.h"
#include "base/typed_time.h"
#include "report/date_text.h"
#include "ui/dossier/change_words.h"
#include "ui/dossier/table_lines.h"

#include <algorithm>
#include <atomic>
#include <fmt/format.h>

namespace hamer::ui {

namespace {

MarkLook look_of(MarkKind kind) {
    switch (kind) {
        case MarkKind::Step:
            return MarkLook::Full;
        case MarkKind::Refusal:
        case MarkKind::Deviation:
            return MarkLook::Danger;
        case MarkKind::Correction:
        case MarkKind::Note:
            return MarkLook::Hollow;
        case MarkKind::Late:
            return MarkLook::Dashed;
    }
    return MarkLook::Full;
}

TimeChart time_chart_of(const Chart& chart) {
    TimeChart made{.key = "chart", .from = chart.from.milliseconds, .until = chart.until.milliseconds};
    made.offset = chart.from.offset_minutes * 60'000LL;
    const std::string day = calendar_date(chart.from);
    for (const ChartLane& lane : chart.lanes) {
        TimeLane drawn{.name = lane.name};
        for (const ChartBar& bar : lane.bars) {
            drawn.bars.push_back({bar.from.milliseconds, bar.until.value_or(chart.until).milliseconds,
                                  !bar.until.has_value(), bar.label});
        }
        for (const ChartMark& mark : lane.marks) {
            drawn.marks.push_back({mark.at.milliseconds, look_of(mark.kind), mark.sign,
                                   fmt::format("{}  {}", clock_beside(day, mark.at), mark.label)});
        }
        made.lanes.push_back(std::move(drawn));
    }
    return made;
}

// A hash in groups that an eye can compare, and that a line can break between.
std::string grouped(const std::string& text) {
    constexpr std::size_t longest_word = 40;
    constexpr std::size_t group = 16;
    std::string made;
    std::size_t word = 0;
    while (word < text.size()) {
        const std::size_t end = std::min(text.find(' ', word), text.size());
        if (end - word <= longest_word) {
            made += text.substr(word, end - word);
        } else {
            for (std::size_t at = word; at < end; at += group) {
                made += (at == word ? "" : " ") + text.substr(at, std::min(group, end - at));
            }
        }
        if (end < text.size()) made += ' ';
        word = end + 1;
    }
    return made;
}

std::uint64_t next_edition() {
    static std::atomic<std::uint64_t> editions = 0;  // pages are made on another thread too
    return ++editions;
}

void read_log(RecordPage& page, const StoredSession& session, Language language) {
    const bool dutch = language == Language::Dutch;
    page.log = log_lines(session.session, language);
    page.log_is_whole = session.journal.state() != JournalState::Damaged && !session.unreadable;
    const std::string& head = session.journal.head().hash;
    std::string state;
    for (const SegmentVerdict& one : session.journal.segments) {
        state += (state.empty() ? "" : "; ") + describe(one).in(language);
    }
    const std::string lines =
        counted(session.journal.head().seq, {"regel", "entry"}, {"regels", "entries"}).in(language);
    std::string whose = dutch ? "Logboek" : "Log";
    if (session.origin)
        whose += fmt::format(" {} {}", dutch ? "van" : "of", origin_in_words(*session.origin).in(language));
    page.verdict = fmt::format("{}: {}, {}. {} {}", whose, state, lines, dutch ? "Hoofdhash" : "Head hash", head);
}

}  // namespace

RecordPage page_of(const IncidentRecord& record, const StoredSession* session, std::vector<Change> changes,
                   Language language) {
    RecordPage page;
    page.edition = next_edition();
    page.document = document_of(record, language, session ? &session->session.procedure() : nullptr);
    page.chart = time_chart_of(page.document.chart);
    page.form = gir_form(record, language);
    page.changes = std::move(changes);
    const bool dutch = language == Language::Dutch;
    if (session == nullptr) {
        page.verdict = record.source.session.empty()
                           ? (dutch ? "Achteraf gemeld: er is geen logboek." : "Reported later: there is no log.")
                           : (dutch ? "Het logboek staat niet op dit apparaat." : "The log is not on this device.");
        return page;
    }
    read_log(page, *session, language);
    return page;
}

RecordPage page_of(const Document& document) {
    RecordPage page;
    page.edition = next_edition();
    page.document = document;
    page.chart = time_chart_of(page.document.chart);
    return page;
}

RecordPage page_of(const StoredSession& session, Language language) {
    RecordPage page;
    page.edition = next_edition();
    read_log(page, session, language);
    if (!session.session.entries().empty()) page.began = session.session.entries().front().when();
    return page;
}

void draw_verdict(Lines& lines, const RecordPage& page) {
    const std::string verdict = grouped(page.verdict);
    lines.words({.text = verdict,
                 .ink = page.log_is_whole == false ? Ink::Danger : Ink::Soft,
                 .icon = page.log_is_whole == false ? Icon::Alarm : Icon::Lock,
                 .key = "verdict"});
}

void draw_overview(Lines& lines, const RecordPage& page) {
    TimeChart chart = page.chart;
    const std::string zoom_in = lines.say("Inzoomen", "Zoom in"), zoom_out = lines.say("Uitzoomen", "Zoom out"),
                      earlier = lines.say("Eerder", "Earlier"), later = lines.say("Later", "Later"),
                      hint = lines.say("Tik een punt aan om te zien wat het is.", "Tap a point to see what it is.");
    chart.zoom_in = zoom_in;
    chart.zoom_out = zoom_out;
    chart.earlier = earlier;
    chart.later = later;
    chart.hint = hint;
    Ui& ui = lines.ui();
    time_chart(ui, lines.column().next(time_chart_height(ui, chart, lines.column().width())), chart);
    if (!page.verdict.empty()) draw_verdict(lines, page);
    for (const Section& section : page.document.sections) {
        lines.heading(section.title);
        for (const LabelledValue& one : section.facts) {
            const float width = lines.column().width();
            const float left = std::round(width * 0.34F);
            const Text label{.text = one.label, .ink = Ink::Soft};
            const std::string shown = grouped(one.value);
            const Text value{.text = shown};
            const float gap = ui.metrics().gap(Gap::Snug);
            Rect place =
                lines.column().next(std::max(text_height(ui, label, left), text_height(ui, value, width - left - gap)));
            (void)text(ui, place.cut_left(left, gap), label);
            (void)text(ui, place, value);
        }
        draw_table(lines, section.table);
        for (const std::string& paragraph : section.paragraphs) lines.note(paragraph);
    }
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
    for (std::size_t i = 0; i < page.log.size(); ++i) {
        if (shows(filter, page.log[i], incident)) shown.push_back(i);
    }
    LogList list{.key = "log",
                 .empty = page.log.empty() ? say("Er is hier geen logboek.", "There is no log here.")
                                           : say("Geen regels van deze soort.", "No lines of this kind."),
                 .count = static_cast<int>(shown.size()),
                 .revision = page.edition * 8 + static_cast<std::uint64_t>(filter.lines) * 2 + (filter.system ? 1 : 0),
                 .row = {},
                 .order = LogList::Order::OldestFirst,
                 .days_below = std::ranges::any_of(page.log, [](const LogLine& line) { return !line.day.empty(); })};
    list.row = [&](int row) {
        const LogLine& line = page.log[shown[static_cast<std::size_t>(row)]];
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
        return LogRow{clock_time(line.occurred), line.text, detail, icon, Tone::Normal, line.taken_back, line.day};
    };
    (void)log_list(ui, area, list);
}

}  // namespace hamer::ui
