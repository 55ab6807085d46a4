// Pages of a PDF as a column that texts run down, in points. Internal to the module.
#pragma once

#include "base/result.h"
#include "record/chart.h"

#include <cairo.h>
#include <functional>
#include <memory>
#include <pango/pangocairo.h>
#include <string>
#include <vector>

namespace hamer {

enum class PdfStyle { Title, Subtitle, Heading, Label, Body, Small };

struct PdfCell {
    PdfStyle style = PdfStyle::Body;
    std::string text;
    double x = 0;  // from the left margin
    double width = 0;
};

// A row of label and value; the heads of a table; its cells, with a line below.
enum class RowKind { Fact, Head, Cells };

class Pages {
  public:
    struct Frame {
        std::string title;
        std::string footer;
        Language language = Language::Dutch;
        bool drill = false;
        int count = 0;  // of all pages, as far as known
    };
    Pages(Frame frame, Instant made_at);
    ~Pages();
    Pages(const Pages&) = delete;
    Pages& operator=(const Pages&) = delete;

    void begin();
    void end();
    // The bytes of the PDF; nothing may be drawn after it.
    [[nodiscard]] Result<std::string> finish();
    [[nodiscard]] int count() const { return page_; }

    [[nodiscard]] double width() const;
    [[nodiscard]] double y() const { return y_; }
    void space(double points) { y_ += points; }
    // Goes to the next page where less than this is left.
    void keep(double points);

    // Over the whole width; goes on on the next page where it must.
    void text(PdfStyle style, const std::string& text);
    // Side by side, and never torn apart between pages unless it is longer than one.
    void row(const std::vector<PdfCell>& cells, RowKind kind);
    void tagged(const char* tag, const std::function<void()>& draw);

    // Of the drawing in time; places are from the left margin and the page's top.
    void label(double x, double y, double width, const std::string& text);
    void bar(double x, double y, double width, double height, const std::string& text);
    void mark(double x, double y, MarkKind kind, const std::string& sign);
    void grid(double x, double top, double height, const std::string& text);

  private:
    using Layout = std::unique_ptr<PangoLayout, decltype(&g_object_unref)>;
    [[nodiscard]] Layout layout(PdfStyle style, const std::string& text, double width, bool one_line = false) const;
    void lines(PangoLayout* layout, double x);
    void next_page();
    void foot();
    void drill_band();

    Frame frame_;
    std::string bytes_;
    std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)> surface_;
    std::unique_ptr<cairo_t, decltype(&cairo_destroy)> cairo_;
    int page_ = 0;
    double y_ = 0;
};

}  // namespace hamer
