#include "report/module/draw_chart.h"

#include "base/time_scale.h"
#include "base/typed_time.h"
#include "report/module/pdf_text.h"

#include <algorithm>

namespace hamer {

namespace {

constexpr double lane_height = 22;
constexpr double names_width = 92;
constexpr double above = 4;
constexpr double scale_height = 22;
constexpr double mark_apart = 9;  // those of one moment stand beside each other

class ChartDrawing {
  public:
    ChartDrawing(cairo_t* cairo, const Chart& chart, double left, double top, double width)
        : cairo_(cairo),
          chart_(chart),
          edge_(left),
          top_(top + above),
          left_(left + names_width),
          right_(left + width - 8),
          span_(chart.until.milliseconds - chart.from.milliseconds) {}

    void draw() {
        scale();
        double y = top_;
        for (const ChartLane& lane : chart_.lanes) {
            label(edge_, y + 4, names_width - 6, lane.name);
            for (const ChartBar& bar : lane.bars) {
                const double from = x_of(bar.from);
                const double until = bar.until ? x_of(*bar.until) : right_;
                draw(bar, from, y + 4, std::max(2.0, until - from));
            }
            std::vector<double> places;
            for (const ChartMark& mark : lane.marks) places.push_back(x_of(mark.at));
            places = spread(std::move(places), mark_apart, 2 * mark_apart);
            for (std::size_t i = 0; i < places.size(); ++i) draw(lane.marks[i], places[i], y + lane_height / 2);
            y += lane_height;
        }
    }

  private:
    [[nodiscard]] double x_of(Instant at) const {
        return left_ + (right_ - left_) * static_cast<double>(at.milliseconds - chart_.from.milliseconds) /
                           std::max<double>(1000, static_cast<double>(span_));
    }

    void scale() {
        const std::int64_t step = round_step(span_, 7);
        const std::int64_t shift = chart_.from.offset_minutes * 60'000LL;
        const std::int64_t first = (chart_.from.milliseconds + shift + step - 1) / step * step - shift;
        for (std::int64_t at = first; at <= chart_.until.milliseconds; at += step) {
            const Instant instant{at, chart_.from.offset_minutes};
            // At midnight the day that begins there.
            const bool midnight = (at + shift) % 86'400'000 == 0;
            grid(x_of(instant), midnight         ? shown_day(instant)
                                : step >= 60'000 ? clock_time(instant).substr(0, 5)
                                                 : clock_time(instant));
        }
    }

    void grid(double x, const std::string& text) {
        const double height = lane_height * static_cast<double>(chart_.lanes.size());
        cairo_set_source_rgb(cairo_, 0.88, 0.88, 0.88);
        cairo_set_line_width(cairo_, 0.5);
        cairo_move_to(cairo_, x, top_);
        cairo_line_to(cairo_, x, top_ + height + 3);
        cairo_stroke(cairo_);
        const auto made = pdf_layout(cairo_, PdfStyle::Small, text, 60, true);
        pango_layout_set_alignment(made.get(), PANGO_ALIGN_CENTER);
        cairo_set_source_rgb(cairo_, 0.35, 0.35, 0.35);
        cairo_move_to(cairo_, x - 30, top_ + height + 5);
        pango_cairo_show_layout(cairo_, made.get());
    }

    void label(double x, double y, double width, const std::string& text) {
        const auto made = pdf_layout(cairo_, PdfStyle::Small, text, width, true);
        cairo_set_source_rgb(cairo_, 0.2, 0.2, 0.2);
        cairo_move_to(cairo_, x, y);
        pango_cairo_show_layout(cairo_, made.get());
    }

    void draw(const ChartBar& bar, double x, double y, double width) {
        cairo_set_source_rgb(cairo_, 0.82, 0.88, 0.95);
        cairo_rectangle(cairo_, x, y, width, lane_height - 8);
        cairo_fill_preserve(cairo_);
        cairo_set_source_rgb(cairo_, 0.15, 0.32, 0.55);
        cairo_set_line_width(cairo_, 0.6);
        cairo_stroke(cairo_);
        if (width > 26) label(x + 3, y + 1.5, width - 5, bar.label);
    }

    void draw(const ChartMark& mark, double x, double y) {
        const bool danger = mark.kind == MarkKind::Refusal || mark.kind == MarkKind::Deviation;
        const bool hollow =
            mark.kind == MarkKind::Late || mark.kind == MarkKind::Correction || mark.kind == MarkKind::Note;
        cairo_new_path(cairo_);
        cairo_arc(cairo_, x, y, 6, 0, 6.2832);
        if (hollow) {
            cairo_set_source_rgb(cairo_, 1, 1, 1);
        } else {
            cairo_set_source_rgb(cairo_, danger ? 0.7 : 0.15, danger ? 0.1 : 0.32, danger ? 0.1 : 0.55);
        }
        cairo_fill_preserve(cairo_);
        cairo_set_source_rgb(cairo_, 0.2, 0.2, 0.2);
        cairo_set_line_width(cairo_, 0.8);
        const double dash[] = {2, 1.5};
        cairo_set_dash(cairo_, dash, mark.kind == MarkKind::Late ? 2 : 0, 0);
        cairo_stroke(cairo_);
        cairo_set_dash(cairo_, nullptr, 0, 0);
        if (mark.sign.empty()) return;
        const auto made = pdf_layout(cairo_, PdfStyle::Small, mark.sign, 40);
        int w = 0, h = 0;
        pango_layout_get_size(made.get(), &w, &h);
        const double grey = hollow ? 0.1 : 1;
        cairo_set_source_rgb(cairo_, grey, grey, grey);
        cairo_move_to(cairo_, x - static_cast<double>(w) / PANGO_SCALE / 2,
                      y - static_cast<double>(h) / PANGO_SCALE / 2);
        pango_cairo_show_layout(cairo_, made.get());
    }

    cairo_t* cairo_;
    const Chart& chart_;
    double edge_, top_;    // of the whole
    double left_, right_;  // of the time
    std::int64_t span_;
};

}  // namespace

double chart_height(const Chart& chart) {
    return above + lane_height * static_cast<double>(chart.lanes.size()) + scale_height;
}

void draw_chart(cairo_t* cairo, const Chart& chart, double left, double top, double width) {
    ChartDrawing(cairo, chart, left, top, width).draw();
}

}  // namespace hamer
