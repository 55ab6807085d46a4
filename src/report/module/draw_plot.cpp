#include "report/module/draw_plot.h"

#include "report/module/pdf_text.h"

#include <algorithm>

namespace hamer {

namespace {

constexpr double legend_height = 16;
constexpr double columns_height = 96;  // of the highest one
constexpr double line_height = 12;
constexpr double bar_height = 9;
constexpr double bar_apart = 7;
constexpr double names_share = 0.38;
constexpr double gap = 6;

class PlotDrawing {
  public:
    PlotDrawing(cairo_t* cairo, const Plot& plot, double left, double top, double width)
        : cairo_(cairo), plot_(plot), left_(left), top_(top), width_(width), compared_(!plot.before.empty()) {
        for (const PlotBar& one : plot.bars) most_ = std::max({most_, one.number, one.before.value_or(0)});
    }

    void draw() {
        if (compared_) legend();
        plot_.shape == Plot::Shape::Columns ? columns() : bars();
    }

  private:
    enum class Ink { Now, Before };

    void fill(double x, double y, double width, double height, Ink ink) {
        if (ink == Ink::Now)
            cairo_set_source_rgb(cairo_, 0.15, 0.32, 0.55);
        else
            cairo_set_source_rgb(cairo_, 0.82, 0.88, 0.95);
        cairo_rectangle(cairo_, x, y, width, height);
        cairo_fill_preserve(cairo_);
        cairo_set_source_rgb(cairo_, 0.15, 0.32, 0.55);
        cairo_set_line_width(cairo_, 0.5);
        cairo_stroke(cairo_);
    }

    void text(double x, double y, double width, const std::string& words, PangoAlignment alignment = PANGO_ALIGN_LEFT) {
        const auto made = pdf_layout(cairo_, PdfStyle::Small, words, width, true);
        pango_layout_set_alignment(made.get(), alignment);
        cairo_set_source_rgb(cairo_, 0.2, 0.2, 0.2);
        cairo_move_to(cairo_, x, y);
        pango_cairo_show_layout(cairo_, made.get());
    }

    void legend() {
        double x = left_;
        for (const auto& [ink, words] : {std::pair(Ink::Before, plot_.before), {Ink::Now, plot_.now}}) {
            fill(x, top_ + 1, 8, 8, ink);
            text(x + 12, top_, 60, words);
            x += 72;
        }
        top_ += legend_height;
    }

    [[nodiscard]] double long_as(int number, double whole) const { return whole * number / std::max(1, most_); }

    void columns() {
        const double each = width_ / static_cast<double>(plot_.bars.size());
        const double wide = std::min(18.0, (each - gap) / (compared_ ? 2 : 1));
        const double foot = top_ + line_height + columns_height;
        double x = left_;
        for (const PlotBar& one : plot_.bars) {
            double at = x + (each - wide * (compared_ ? 2 : 1)) / 2;
            const auto column = [&](int number, Ink ink) {
                const double height = long_as(number, columns_height);
                if (number > 0) fill(at, foot - height, wide, height, ink);
                text(at - 4, foot - height - line_height, wide + 8, std::to_string(number), PANGO_ALIGN_CENTER);
                at += wide;
            };
            if (compared_) column(one.before.value_or(0), Ink::Before);
            column(one.number, Ink::Now);
            text(x, foot + 3, each, one.label, PANGO_ALIGN_CENTER);
            x += each;
        }
        cairo_set_source_rgb(cairo_, 0.35, 0.35, 0.35);
        cairo_set_line_width(cairo_, 0.5);
        cairo_move_to(cairo_, left_, foot);
        cairo_line_to(cairo_, left_ + width_, foot);
        cairo_stroke(cairo_);
    }

    void bars() {
        const double names = width_ * names_share, numbers = 24;
        double y = top_;
        for (const PlotBar& one : plot_.bars) {
            text(left_, y - 1, names - gap, one.label);
            const auto bar = [&](int number, Ink ink) {
                const double wide = long_as(number, width_ - names - numbers);
                if (number > 0) fill(left_ + names, y, wide, bar_height, ink);
                text(left_ + names + wide + 4, y - 1, numbers, std::to_string(number));
                y += bar_height + 1;
            };
            if (compared_) bar(one.before.value_or(0), Ink::Before);
            bar(one.number, Ink::Now);
            y += bar_apart;
        }
    }

    cairo_t* cairo_;
    const Plot& plot_;
    double left_, top_, width_;
    bool compared_;
    int most_ = 0;
};

}  // namespace

double plot_height(const Plot& plot) {
    const double legend = plot.before.empty() ? 0 : legend_height;
    if (plot.shape == Plot::Shape::Columns) return legend + 2 * line_height + columns_height + gap;
    const double each = (plot.before.empty() ? 1 : 2) * (bar_height + 1) + bar_apart;
    return legend + each * static_cast<double>(plot.bars.size());
}

void draw_plot(cairo_t* cairo, const Plot& plot, double left, double top, double width) {
    PlotDrawing(cairo, plot, left, top, width).draw();
}

}  // namespace hamer
