#include "report/module/pdf_page.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <cairo-pdf.h>
#include <fmt/format.h>

namespace hamer {

namespace {

// A4, in points of 1/72 inch.
constexpr double page_width = 595.28;
constexpr double page_height = 841.89;
constexpr double margin = 56;
constexpr double foot_height = 44;

struct Look {
    const char* font;
    double line_spacing;
    double after;
    const char* tag;
    double grey;
};

// Families in order of preference; the last is whatever the system has.
constexpr std::array<Look, 6> looks = {{{"Open Sans,DejaVu Sans,sans-serif Bold 20", 1.1, 2, "H1", 0.08},
                                        {"Open Sans,DejaVu Sans,sans-serif 12", 1.25, 8, "P", 0.25},
                                        {"Open Sans,DejaVu Sans,sans-serif Bold 13", 1.2, 5, "H2", 0.08},
                                        {"Open Sans,DejaVu Sans,sans-serif 9.5", 1.3, 2, "P", 0.35},
                                        {"Open Sans,DejaVu Sans,sans-serif 9.5", 1.3, 2, "P", 0.05},
                                        {"Open Sans,DejaVu Sans,sans-serif 7.5", 1.2, 0, "P", 0.35}}};

const Look& look_of(PdfStyle style) { return looks[static_cast<std::size_t>(style)]; }

cairo_status_t append(void* target, const unsigned char* bytes, unsigned int size) {
    static_cast<std::string*>(target)->append(reinterpret_cast<const char*>(bytes), size);
    return CAIRO_STATUS_SUCCESS;
}

// As Cairo reads a time: without the ".000" of to_rfc3339.
std::string without_milliseconds(Instant at) {
    std::string text = to_rfc3339(at);
    const auto point = text.find('.');
    if (point != std::string::npos) text.erase(point, 4);
    return text;
}

}  // namespace

Pages::Pages(Frame frame, Instant made_at)
    : frame_(std::move(frame)),
      surface_(cairo_pdf_surface_create_for_stream(&append, &bytes_, page_width, page_height), &cairo_surface_destroy),
      cairo_(cairo_create(surface_.get()), &cairo_destroy) {
    cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_TITLE, frame_.title.c_str());
    cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_SUBJECT, frame_.footer.c_str());
    cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_CREATOR, "Hamer");
    cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_CREATE_DATE,
                                   without_milliseconds(made_at).c_str());
}

Pages::~Pages() = default;

double Pages::width() const { return page_width - 2 * margin; }

void Pages::begin() {
    cairo_tag_begin(cairo_.get(), "Document", "");
    page_ = 1;
    y_ = margin;
    drill_band();
}

void Pages::end() {
    foot();
    cairo_tag_end(cairo_.get(), "Document");
}

Result<std::string> Pages::finish() {
    cairo_surface_finish(surface_.get());
    const cairo_status_t status = cairo_status(cairo_.get());
    if (status != CAIRO_STATUS_SUCCESS) {
        return fail(ErrorKind::Storage, "report", fmt::format("cannot be drawn: {}", cairo_status_to_string(status)));
    }
    return bytes_;
}

void Pages::next_page() {
    foot();
    cairo_show_page(cairo_.get());
    ++page_;
    y_ = margin;
    drill_band();
}

void Pages::keep(double points) {
    if (y_ + points > page_height - margin - foot_height && y_ > margin) next_page();
}

Pages::Layout Pages::layout(PdfStyle style, const std::string& text, double width, bool one_line) const {
    Layout made(pango_cairo_create_layout(cairo_.get()), &g_object_unref);
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
    // A name or a hash that is broken gets no hyphen, which would look like a part of it.
    PangoAttrList* attributes = pango_attr_list_new();
    pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(FALSE));
    pango_layout_set_attributes(made.get(), attributes);
    pango_attr_list_unref(attributes);
    // As it is, never as markup.
    pango_layout_set_text(made.get(), printable(text).c_str(), -1);
    return made;
}

// Line by line from the present place; where the page ends, the next one goes on.
void Pages::lines(PangoLayout* layout, double x) {
    PangoLayoutIter* at = pango_layout_get_iter(layout);
    double passed = 0;  // height of the lines that are on former pages
    do {
        PangoRectangle logical;
        pango_layout_iter_get_line_extents(at, nullptr, &logical);
        const double top = static_cast<double>(logical.y) / PANGO_SCALE - passed;
        const double height = static_cast<double>(logical.height) / PANGO_SCALE;
        if (y_ + top + height > page_height - margin - foot_height && y_ + top > margin) {
            next_page();
            passed += top;
        }
        const double base = static_cast<double>(pango_layout_iter_get_baseline(at)) / PANGO_SCALE - passed;
        cairo_move_to(cairo_.get(), margin + x + static_cast<double>(logical.x) / PANGO_SCALE, y_ + base);
        pango_cairo_show_layout_line(cairo_.get(), pango_layout_iter_get_line_readonly(at));
    } while (pango_layout_iter_next_line(at));
    pango_layout_iter_free(at);
    int height = 0;
    pango_layout_get_size(layout, nullptr, &height);
    y_ += static_cast<double>(height) / PANGO_SCALE - passed;
}

void Pages::text(PdfStyle style, const std::string& text) {
    const auto made = layout(style, text, width());
    const double grey = look_of(style).grey;
    tagged(look_of(style).tag, [&] {
        cairo_set_source_rgb(cairo_.get(), grey, grey, grey);
        lines(made.get(), 0);
    });
    y_ += look_of(style).after;
}

void Pages::row(const std::vector<PdfCell>& cells, RowKind kind) {
    std::vector<Layout> made;
    double tallest = 0;
    for (const PdfCell& cell : cells) {
        made.push_back(layout(cell.style, cell.text, cell.width));
        int height = 0;
        pango_layout_get_size(made.back().get(), nullptr, &height);
        tallest = std::max(tallest, static_cast<double>(height) / PANGO_SCALE);
    }
    keep(std::min(tallest + 4, page_height - 2 * margin - foot_height));
    const double top = y_;
    const int page = page_;
    double lowest = y_;
    const auto draw = [&] {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            // A cell that goes on on the next page is the last of its row: the others were shorter.
            if (page_ == page) y_ = top;
            const double grey = look_of(cells[i].style).grey;
            const char* tag = kind == RowKind::Fact ? "P" : kind == RowKind::Head ? "TH" : "TD";
            tagged(tag, [&] {
                cairo_set_source_rgb(cairo_.get(), grey, grey, grey);
                lines(made[i].get(), cells[i].x);
            });
            lowest = page_ == page ? std::max(lowest, y_) : y_;
        }
    };
    if (kind == RowKind::Fact) {
        draw();
    } else {
        tagged("TR", draw);
    }
    y_ = lowest + (kind == RowKind::Fact ? 3 : 5);
    if (kind == RowKind::Fact) return;
    cairo_set_source_rgb(cairo_.get(), 0.8, 0.8, 0.8);
    cairo_set_line_width(cairo_.get(), kind == RowKind::Head ? 1 : 0.5);
    cairo_move_to(cairo_.get(), margin, y_);
    cairo_line_to(cairo_.get(), page_width - margin, y_);
    cairo_stroke(cairo_.get());
    y_ += 4;
}

void Pages::tagged(const char* tag, const std::function<void()>& draw) {
    cairo_tag_begin(cairo_.get(), tag, "");
    draw();
    cairo_tag_end(cairo_.get(), tag);
}

void Pages::foot() {
    const double y = page_height - margin - 8;
    cairo_save(cairo_.get());  // a text that goes on on the next page keeps its ink
    cairo_set_source_rgb(cairo_.get(), 0.35, 0.35, 0.35);
    const auto draw = [&](const std::string& text, PangoAlignment alignment) {
        const auto made = layout(PdfStyle::Small, text, width(), true);
        pango_layout_set_alignment(made.get(), alignment);
        cairo_move_to(cairo_.get(), margin, y);
        pango_cairo_show_layout(cairo_.get(), made.get());
    };
    const std::string drill = frame_.language == Language::Dutch ? "OEFENING – " : "DRILL – ";
    draw((frame_.drill ? drill : "") + frame_.footer, PANGO_ALIGN_LEFT);
    const char* page = frame_.language == Language::Dutch ? "bladzijde" : "page";
    draw(fmt::format("{} {} / {}", page, page_, std::max(frame_.count, page_)), PANGO_ALIGN_RIGHT);
    cairo_restore(cairo_.get());
}

void Pages::drill_band() {
    if (!frame_.drill) return;
    cairo_t* cr = cairo_.get();
    cairo_save(cr);
    cairo_set_source_rgba(cr, 0.75, 0.1, 0.1, 0.14);
    const Layout made(pango_cairo_create_layout(cr), &g_object_unref);
    PangoFontDescription* font = pango_font_description_from_string("Open Sans,DejaVu Sans,sans-serif Bold 88");
    pango_layout_set_font_description(made.get(), font);
    pango_font_description_free(font);
    pango_layout_set_text(made.get(), frame_.language == Language::Dutch ? "OEFENING" : "DRILL", -1);
    int w = 0, h = 0;
    pango_layout_get_size(made.get(), &w, &h);
    cairo_translate(cr, page_width / 2, page_height / 2);
    cairo_rotate(cr, -0.95);
    cairo_move_to(cr, -static_cast<double>(w) / PANGO_SCALE / 2, -static_cast<double>(h) / PANGO_SCALE / 2);
    pango_cairo_show_layout(cr, made.get());
    cairo_restore(cr);
}

void Pages::label(double x, double y, double width, const std::string& text) {
    const auto made = layout(PdfStyle::Small, text, width, true);
    cairo_set_source_rgb(cairo_.get(), 0.2, 0.2, 0.2);
    cairo_move_to(cairo_.get(), margin + x, y);
    pango_cairo_show_layout(cairo_.get(), made.get());
}

void Pages::bar(double x, double y, double width, double height, const std::string& text) {
    cairo_t* cr = cairo_.get();
    cairo_set_source_rgb(cr, 0.82, 0.88, 0.95);
    cairo_rectangle(cr, margin + x, y, width, height);
    cairo_fill_preserve(cr);
    cairo_set_source_rgb(cr, 0.15, 0.32, 0.55);
    cairo_set_line_width(cr, 0.6);
    cairo_stroke(cr);
    if (width > 26) label(x + 3, y + 1.5, width - 5, text);
}

void Pages::mark(double x, double y, MarkKind kind, const std::string& sign) {
    cairo_t* cr = cairo_.get();
    const bool danger = kind == MarkKind::Refusal || kind == MarkKind::Deviation;
    const bool hollow = kind == MarkKind::Late || kind == MarkKind::Correction || kind == MarkKind::Note;
    cairo_new_path(cr);
    cairo_arc(cr, margin + x, y, 6, 0, 6.2832);
    if (hollow) {
        cairo_set_source_rgb(cr, 1, 1, 1);
    } else {
        cairo_set_source_rgb(cr, danger ? 0.7 : 0.15, danger ? 0.1 : 0.32, danger ? 0.1 : 0.55);
    }
    cairo_fill_preserve(cr);
    cairo_set_source_rgb(cr, 0.2, 0.2, 0.2);
    cairo_set_line_width(cr, 0.8);
    const double dash[] = {2, 1.5};
    cairo_set_dash(cr, dash, kind == MarkKind::Late ? 2 : 0, 0);
    cairo_stroke(cr);
    cairo_set_dash(cr, nullptr, 0, 0);
    if (sign.empty()) return;
    const auto made = layout(PdfStyle::Small, sign, 40);
    int w = 0, h = 0;
    pango_layout_get_size(made.get(), &w, &h);
    const double grey = hollow ? 0.1 : 1;
    cairo_set_source_rgb(cr, grey, grey, grey);
    cairo_move_to(cr, margin + x - static_cast<double>(w) / PANGO_SCALE / 2,
                  y - static_cast<double>(h) / PANGO_SCALE / 2);
    pango_cairo_show_layout(cr, made.get());
}

void Pages::grid(double x, double top, double height, const std::string& text) {
    cairo_t* cr = cairo_.get();
    cairo_set_source_rgb(cr, 0.88, 0.88, 0.88);
    cairo_set_line_width(cr, 0.5);
    cairo_move_to(cr, margin + x, top);
    cairo_line_to(cr, margin + x, top + height + 3);
    cairo_stroke(cr);
    const auto made = layout(PdfStyle::Small, text, 60, true);
    pango_layout_set_alignment(made.get(), PANGO_ALIGN_CENTER);
    cairo_set_source_rgb(cr, 0.35, 0.35, 0.35);
    cairo_move_to(cr, margin + x - 30, top + height + 5);
    pango_cairo_show_layout(cr, made.get());
}

}  // namespace hamer
