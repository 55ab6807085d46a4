#include "report/module/pdf_text.h"

#include "base/text.h"

#include <algorithm>
#include <array>

namespace hamer {

namespace {

struct Look {
    const char* font;
    double line_spacing;
    double after;
    const char* tag;
    std::array<double, 3> ink;
};

constexpr std::array<double, 3> grey(double of) { return {of, of, of}; }

// Families in order of preference; the last is whatever the system has.
constexpr std::array<Look, 7> looks = {{
    {"Open Sans,DejaVu Sans,sans-serif Bold 20", 1.1, 2, "H1", grey(0.08)},
    {"Open Sans,DejaVu Sans,sans-serif 12", 1.25, 8, "P", grey(0.25)},
    {"Open Sans,DejaVu Sans,sans-serif Bold 13", 1.2, 5, "H2", grey(0.08)},
    {"Open Sans,DejaVu Sans,sans-serif 9.5", 1.3, 2, "P", grey(0.35)},
    {"Open Sans,DejaVu Sans,sans-serif 9.5", 1.3, 2, "P", grey(0.05)},
    {"Open Sans,DejaVu Sans,sans-serif 7.5", 1.2, 0, "P", grey(0.35)},
    {"Open Sans,DejaVu Sans,sans-serif Bold 12", 1.2, 4, "P", {0.65, 0.05, 0.05}},
}};

// The fewest lines of a text that stand together.
constexpr std::size_t together = 2;

const Look& look_of(PdfStyle style) { return looks[static_cast<std::size_t>(style)]; }

bool has_symbols(const char* text) {
    for (; *text; text = g_utf8_next_char(text)) {
        if (g_unichar_type(g_utf8_get_char(text)) == G_UNICODE_OTHER_SYMBOL) return true;
    }
    return false;
}

double points(int pango) { return static_cast<double>(pango) / PANGO_SCALE; }

}  // namespace

PdfLayout pdf_layout(cairo_t* cairo, PdfStyle style, const std::string& text, double width, bool one_line) {
    PdfLayout made(pango_cairo_create_layout(cairo), &g_object_unref);
    PangoFontDescription* font = pango_font_description_from_string(look_of(style).font);
    pango_layout_set_font_description(made.get(), font);
    pango_font_description_free(font);
    pango_layout_set_width(made.get(), static_cast<int>(width * PANGO_SCALE));
    pango_layout_set_wrap(made.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_line_spacing(made.get(), static_cast<float>(look_of(style).line_spacing));
    if (one_line) {
        pango_layout_set_height(made.get(), 0);
        pango_layout_set_ellipsize(made.get(), PANGO_ELLIPSIZE_END);
    }
    // A name or a hash that is broken gets no hyphen, which would look like a part of it. Letters are drawn one by one:
    // of letters drawn as one a reader has to be told which they are, and not every one listens.
    PangoAttrList* attributes = pango_attr_list_new();
    pango_attr_list_insert(attributes, pango_attr_font_features_new("liga=0, clig=0"));
    pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(FALSE));
    pango_layout_set_attributes(made.get(), attributes);
    pango_attr_list_unref(attributes);
    pango_layout_set_text(made.get(), printable(text, std::string::npos).c_str(), -1);
    return made;
}

void set_ink(cairo_t* cairo, PdfStyle style) {
    const auto& [red, green, blue] = look_of(style).ink;
    cairo_set_source_rgb(cairo, red, green, blue);
}

double space_after(PdfStyle style) { return look_of(style).after; }

const char* tag_of(PdfStyle style) { return look_of(style).tag; }

PdfFlow::PdfFlow(cairo_t* cairo, const PdfCell& cell)
    : style_(cell.style), layout_(pdf_layout(cairo, cell.style, cell.text, cell.width)) {
    if (cell.text.empty()) return;
    pictures_ =
        pango_layout_get_unknown_glyphs_count(layout_.get()) > 0 || has_symbols(pango_layout_get_text(layout_.get()));
    PangoLayoutIter* at = pango_layout_get_iter(layout_.get());
    do {
        PangoRectangle logical;
        pango_layout_iter_get_line_extents(at, nullptr, &logical);
        lines_.push_back({points(logical.y), points(pango_layout_iter_get_baseline(at)),
                          points(logical.y + logical.height), points(logical.x)});
    } while (pango_layout_iter_next_line(at));
    pango_layout_iter_free(at);
}

double PdfFlow::height() const { return done() ? 0 : lines_.back().bottom - lines_[next_].top; }

double PdfFlow::least() const {
    // Three lines cannot be torn in two pairs.
    if (left() < 2 * together) return height();
    return lines_[next_ + together - 1].bottom - lines_[next_].top;
}

std::size_t PdfFlow::fitting(double room, bool fresh) const {
    std::size_t fit = 0;
    while (fit < left() && lines_[next_ + fit].bottom - lines_[next_].top <= room) ++fit;
    if (fit == left()) return fit;
    const std::size_t may = std::min(fit, left() - std::min(left(), together));
    if (may >= together) return may;
    return fresh ? std::max<std::size_t>(fit, 1) : 0;
}

double PdfFlow::draw(cairo_t* cairo, double x, double y, std::size_t lines) {
    if (lines == 0) return 0;
    const double top = lines_[next_].top;
    set_ink(cairo, style_);
    for (const std::size_t end = next_ + lines; next_ < end; ++next_) {
        cairo_move_to(cairo, x + lines_[next_].x, y + lines_[next_].base - top);
        pango_cairo_show_layout_line(cairo, pango_layout_get_line_readonly(layout_.get(), static_cast<int>(next_)));
    }
    return lines_[next_ - 1].bottom - top;
}

}  // namespace hamer
