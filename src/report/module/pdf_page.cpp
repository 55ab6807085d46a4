#include "report/module/pdf_page.h"

#include "base/text.h"
#include "report/module/pdf_metadata.h"

#include <algorithm>
#include <cairo-pdf.h>
#include <fmt/format.h>
#include <utility>

namespace hamer {

namespace {

// A4, in points of 1/72 inch.
constexpr double page_width = 595.28;
constexpr double page_height = 841.89;
constexpr double margin = 56;
constexpr double foot_height = 44;
constexpr double bottom = page_height - margin - foot_height;  // of the text

cairo_status_t append(void* target, const unsigned char* bytes, unsigned int size) {
    static_cast<std::string*>(target)->append(reinterpret_cast<const char*>(bytes), size);
    return CAIRO_STATUS_SUCCESS;
}

}  // namespace

Pages::Pages(Frame frame, Instant made_at)
    : frame_(std::move(frame)),
      surface_(cairo_pdf_surface_create_for_stream(&append, &bytes_, page_width, page_height), &cairo_surface_destroy),
      cairo_(cairo_create(surface_.get()), &cairo_destroy) {
    cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_TITLE, frame_.title.c_str());
    cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_SUBJECT, frame_.footer.c_str());
    cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_CREATOR, "Hamer");
    cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_CREATE_DATE, pdf_time(made_at).c_str());
}

Pages::~Pages() = default;

double Pages::width() const { return page_width - 2 * margin; }

void Pages::begin() { begin_page(); }

void Pages::end() { foot(); }

Result<std::string> Pages::finish() {
    cairo_surface_finish(surface_.get());
    const cairo_status_t status = cairo_status(cairo_.get());
    if (status != CAIRO_STATUS_SUCCESS) {
        return fail(ErrorKind::Storage, "report", fmt::format("cannot be drawn: {}", cairo_status_to_string(status)));
    }
    return bytes_;
}

void Pages::begin_page() {
    ++page_;
    y_ = margin;
    drill_band();
    if (!repeated_.empty()) {
        const std::vector<PdfCell> head = std::exchange(repeated_, {});
        flow(head, std::vector(head.size(), PdfArtifact::RepeatedHead));
        rule(1);
        repeated_ = head;
    }
    top_ = y_;
}

void Pages::next_page() {
    foot();
    cairo_show_page(cairo_.get());
    begin_page();
}

void Pages::keep(double points) {
    if (y_ + points > bottom && y_ > top_) next_page();
}

std::vector<PdfFlow> Pages::flows(const std::vector<PdfCell>& cells) const {
    std::vector<PdfFlow> made;
    for (const PdfCell& cell : cells) made.emplace_back(cairo_.get(), cell);
    return made;
}

// As much of each on this page as fits, and the rest on the next ones.
template <typename Owner>
void Pages::flow(const std::vector<PdfCell>& cells, const std::vector<Owner>& owners) {
    std::vector<PdfFlow> all = flows(cells);
    if constexpr (std::is_same_v<Owner, PdfElementId>) {
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (all[i].has_pictures())
                structure_.elements[owners[i]].actual = printable(cells[i].text, std::string::npos);
        }
    }
    while (true) {
        double lowest = y_;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const std::size_t lines = all[i].fitting(bottom - y_, y_ <= top_);
            if (lines == 0) continue;
            piece(owners[i],
                  [&] { lowest = std::max(lowest, y_ + all[i].draw(cairo_.get(), margin + cells[i].x, y_, lines)); });
        }
        y_ = lowest;
        if (std::ranges::all_of(all, &PdfFlow::done)) return;
        next_page();
    }
}

void Pages::text(PdfStyle style, const std::string& text) {
    if (text.empty()) return;
    keep(needed(style, text));
    flow<PdfElementId>({{style, text, 0, width()}}, {structure_.add(tag_of(style), 0)});
    y_ += space_after(style);
}

void Pages::heading(const std::string& text, double below) {
    const double space_before = 10;
    const PdfFlow flow(cairo_.get(), {PdfStyle::Heading, text, 0, width()});
    keep(space_before + flow.height() + space_after(PdfStyle::Heading) + below);
    y_ += space_before;
    cairo_pdf_surface_add_outline(surface_.get(), CAIRO_PDF_OUTLINE_ROOT, printable(text).c_str(),
                                  fmt::format("page={} pos=[{:.2f} {:.2f}]", page_, margin, y_).c_str(),
                                  CAIRO_PDF_OUTLINE_FLAG_OPEN);
    this->text(PdfStyle::Heading, text);
}

double Pages::needed(PdfStyle style, const std::string& text) const {
    return PdfFlow(cairo_.get(), {style, text, 0, width()}).least();
}

double Pages::needed(const std::vector<PdfCell>& cells) const {
    double whole = 0, least = 0;
    for (const PdfFlow& one : flows(cells)) {
        whole = std::max(whole, one.height());
        least = std::max(least, one.least());
    }
    return whole <= bottom - top_ ? whole : least;
}

void Pages::row(const std::vector<PdfCell>& cells, const std::vector<PdfElementId>& elements) {
    keep(needed(cells));
    flow(cells, elements);
}

void Pages::rule(double thickness) {
    const double below = 4;
    y_ += rule_height - below;
    cairo_set_source_rgb(cairo_.get(), 0.8, 0.8, 0.8);
    cairo_set_line_width(cairo_.get(), thickness);
    cairo_move_to(cairo_.get(), margin, y_);
    cairo_line_to(cairo_.get(), page_width - margin, y_);
    cairo_stroke(cairo_.get());
    y_ += below;
}

void Pages::figure(double height, const std::string& alternative,
                   const std::function<void(cairo_t*, double, double)>& draw) {
    keep(height);
    const PdfElementId element = structure_.add("Figure", 0);
    structure_.elements[element].alternative = alternative;
    structure_.elements[element].box = {margin, page_height - y_ - height, page_width - margin, page_height - y_};
    piece(element, [&] { draw(cairo_.get(), margin, y_); });
    y_ += height;
}

// The tag's own name is of no matter: what the piece is stands in the structure.
template <typename Owner>
void Pages::piece(Owner owner, const std::function<void()>& draw) {
    structure_.piece_of(owner);
    cairo_tag_begin(cairo_.get(), "Span", "");
    draw();
    cairo_tag_end(cairo_.get(), "Span");
}

void Pages::foot() {
    const auto draw = [&](const std::string& text, PangoAlignment alignment) {
        const auto made = pdf_layout(cairo_.get(), PdfStyle::Small, text, width(), true);
        pango_layout_set_alignment(made.get(), alignment);
        cairo_move_to(cairo_.get(), margin, page_height - margin - 8);
        pango_cairo_show_layout(cairo_.get(), made.get());
    };
    piece(PdfArtifact::Foot, [&] {
        set_ink(cairo_.get(), PdfStyle::Small);
        const std::string drill = Say{frame_.language}("OEFENING – ", "DRILL – ");
        draw((frame_.drill ? drill : "") + frame_.footer, PANGO_ALIGN_LEFT);
        const char* page = Say{frame_.language}("bladzijde", "page");
        draw(fmt::format("{} {} / {}", page, page_, std::max(frame_.count, page_)), PANGO_ALIGN_RIGHT);
    });
}

void Pages::drill_band() {
    if (!frame_.drill) return;
    piece(PdfArtifact::Band, [&] {
        cairo_t* cr = cairo_.get();
        cairo_save(cr);
        cairo_set_source_rgba(cr, 0.75, 0.1, 0.1, 0.14);
        const PdfLayout made(pango_cairo_create_layout(cr), &g_object_unref);
        PangoFontDescription* font = pango_font_description_from_string("Open Sans,DejaVu Sans,sans-serif Bold 88");
        pango_layout_set_font_description(made.get(), font);
        pango_font_description_free(font);
        pango_layout_set_text(made.get(), Say{frame_.language}("OEFENING", "DRILL"), -1);
        int w = 0, h = 0;
        pango_layout_get_size(made.get(), &w, &h);
        cairo_translate(cr, page_width / 2, page_height / 2);
        cairo_rotate(cr, -0.95);
        cairo_move_to(cr, -static_cast<double>(w) / PANGO_SCALE / 2, -static_cast<double>(h) / PANGO_SCALE / 2);
        pango_cairo_show_layout(cr, made.get());
        cairo_restore(cr);
    });
}

}  // namespace hamer
