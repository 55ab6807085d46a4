#include "base/time_scale.h"
#include "base/typed_time.h"
#include "report/module/paper_module.h"
#include "report/module/pdf_page.h"

#include <algorithm>
#include <fmt/format.h>
#include <vector>

namespace hamer {

namespace {

constexpr double fact_share = 0.32;  // of the width, for the labels
constexpr double gap = 12;
constexpr double lane_height = 22;
constexpr double mark_apart = 9;  // those of one moment stand beside each other

class Drawing {
  public:
    Drawing(const Document& document, Pages& pages) : document_(document), pages_(pages) {}

    void draw() {
        pages_.begin();
        pages_.text(PdfStyle::Title, document_.title);
        pages_.text(PdfStyle::Subtitle, document_.subtitle);
        for (const Section& section : document_.sections) draw(section);
        pages_.end();
    }

  private:
    void draw(const Section& section) {
        // A heading is never alone at a page's foot.
        pages_.keep(section.chart ? chart_height() + 60 : 70);
        pages_.space(10);
        pages_.text(PdfStyle::Heading, section.title);
        if (section.chart) chart();
        const double label = pages_.width() * fact_share;
        for (const LabelledValue& one : section.facts) {
            pages_.row({{PdfStyle::Label, one.label, 0, label - gap},
                        {PdfStyle::Body, one.value, label, pages_.width() - label}},
                       RowKind::Fact);
        }
        if (!section.table.rows.empty()) table(section.table);
        for (const std::string& paragraph : section.paragraphs) {
            pages_.space(4);
            pages_.text(PdfStyle::Body, paragraph);
        }
    }

    void table(const Table& table) {
        const auto cells = [&](const std::vector<std::string>& texts, PdfStyle style) {
            std::vector<PdfCell> made;
            double x = 0;
            for (std::size_t i = 0; i < texts.size(); ++i) {
                const double width = pages_.width() * table.shares[i] / 100;
                made.push_back({style, texts[i], x, width - 8});
                x += width;
            }
            return made;
        };
        pages_.tagged("Table", [&] {
            pages_.row(cells(table.heads, PdfStyle::Label), RowKind::Head);
            for (const auto& row : table.rows) pages_.row(cells(row, PdfStyle::Body), RowKind::Cells);
        });
    }

    [[nodiscard]] double chart_height() const {
        return lane_height * static_cast<double>(document_.chart.lanes.size());
    }

    // Lanes below one another, with a scale of round times under them.
    void chart() {
        const Chart& chart = document_.chart;
        const double left = 92;
        const double right = pages_.width() - 8;
        const double height = chart_height();
        pages_.space(4);
        const double top = pages_.y();
        const double span =
            std::max<double>(1000, static_cast<double>(chart.until.milliseconds - chart.from.milliseconds));
        const auto x_of = [&](Instant at) {
            return left + (right - left) * static_cast<double>(at.milliseconds - chart.from.milliseconds) / span;
        };
        pages_.tagged("Figure", [&] {
            scale(top, height, x_of);
            double y = top;
            for (const ChartLane& lane : chart.lanes) {
                pages_.label(0, y + 4, left - 6, lane.name);
                for (const ChartBar& bar : lane.bars) {
                    const double from = x_of(bar.from);
                    const double until = bar.until ? x_of(*bar.until) : right;
                    pages_.bar(from, y + 4, std::max(2.0, until - from), lane_height - 8, bar.label);
                }
                std::vector<double> places;
                for (const ChartMark& mark : lane.marks) places.push_back(x_of(mark.at));
                places = spread(std::move(places), mark_apart, 2 * mark_apart);
                for (std::size_t i = 0; i < places.size(); ++i) {
                    pages_.mark(places[i], y + lane_height / 2, lane.marks[i].kind, lane.marks[i].sign);
                }
                y += lane_height;
            }
        });
        pages_.space(height + 22);
    }

    template <typename XOf>
    void scale(double top, double height, const XOf& x_of) {
        const Chart& chart = document_.chart;
        const std::int64_t span = chart.until.milliseconds - chart.from.milliseconds;
        const std::int64_t step = round_step(span, 7);
        const std::int64_t shift = chart.from.offset_minutes * 60'000LL;
        const std::int64_t first = (chart.from.milliseconds + shift + step - 1) / step * step - shift;
        for (std::int64_t at = first; at <= chart.until.milliseconds; at += step) {
            const Instant instant{at, chart.from.offset_minutes};
            // At midnight the day that begins there.
            const bool midnight = (at + shift) % 86'400'000 == 0;
            const std::string text = midnight         ? shown_day(instant)
                                     : step >= 60'000 ? clock_time(instant).substr(0, 5)
                                                      : clock_time(instant);
            pages_.grid(x_of(instant), top, height, text);
        }
    }

    const Document& document_;
    Pages& pages_;
};

}  // namespace

Result<std::string> draw_pdf(const Document& document, Instant made_at) {
    // Once to count the pages, and once with the count in each foot.
    int count = 0;
    std::string bytes;
    for (int round = 0; round < 2; ++round) {
        Pages pages({document.title, document.footer, document.language, document.drill, count}, made_at);
        Drawing(document, pages).draw();
        auto finished = pages.finish();
        if (!finished) return finished;
        count = pages.count();
        bytes = *std::move(finished);
    }
    return bytes;
}

}  // namespace hamer
