// A text in one of the paper's styles, set in lines of a width, to be drawn page by page, in points. Where it goes on
// on another page no line of it stands alone, neither at the foot nor at the head. Internal to the module.
#pragma once

#include <cairo.h>
#include <memory>
#include <pango/pangocairo.h>
#include <string>
#include <vector>

namespace hamer {

enum class PdfStyle { Title, Subtitle, Heading, Label, Body, Small, Drill };

struct PdfCell {
    PdfStyle style = PdfStyle::Body;
    std::string text;
    double x = 0;  // from the left margin
    double width = 0;
};

using PdfLayout = std::unique_ptr<PangoLayout, decltype(&g_object_unref)>;

// As it is, never as markup. `one_line`: what does not fit is left out with an ellipsis.
[[nodiscard]] PdfLayout pdf_layout(cairo_t* cairo, PdfStyle style, const std::string& text, double width,
                                   bool one_line = false);
void set_ink(cairo_t* cairo, PdfStyle style);
[[nodiscard]] double space_after(PdfStyle style);
// The standard structure type of a text of this style.
[[nodiscard]] const char* tag_of(PdfStyle style);

class PdfFlow {
  public:
    PdfFlow(cairo_t* cairo, const PdfCell& cell);

    [[nodiscard]] bool done() const { return next_ == lines_.size(); }
    // Signs that no font has as a shape are drawn as a picture (emoji) or as their code, which does not say what they
    // are.
    [[nodiscard]] bool has_pictures() const { return pictures_; }
    // Of all that is left of it.
    [[nodiscard]] double height() const;
    // Of as little of it as may stand before a page's end.
    [[nodiscard]] double least() const;
    // How many of the next lines fit and may stand there. `fresh`: nothing is above them on the page, so at least one.
    [[nodiscard]] std::size_t fitting(double room, bool fresh) const;
    // Draws the next lines, from the place given; gives their height.
    double draw(cairo_t* cairo, double x, double y, std::size_t lines);

  private:
    struct Line {
        double top = 0;
        double base = 0;
        double bottom = 0;
        double x = 0;
    };
    [[nodiscard]] std::size_t left() const { return lines_.size() - next_; }

    PdfStyle style_;
    PdfLayout layout_;
    std::vector<Line> lines_;  // none where there is no text
    std::size_t next_ = 0;
    bool pictures_ = false;
};

}  // namespace hamer
