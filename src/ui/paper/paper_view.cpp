#include "ui/paper/paper_view.h"

#include "base/typed_time.h"
#include "report/date_text.h"
#include "ui/paper/table_lines.h"

#include <algorithm>
#include <cmath>
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

}  // namespace

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

PaperView paper_of(Document document) {
    PaperView made{std::move(document), {}};
    made.chart = time_chart_of(made.document.chart);
    return made;
}

void draw_chart(Lines& lines, const PaperView& paper) {
    TimeChart chart = paper.chart;
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
}

void draw_sections(Lines& lines, const PaperView& paper) {
    Ui& ui = lines.ui();
    for (const Section& section : paper.document.sections) {
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

}  // namespace hamer::ui
