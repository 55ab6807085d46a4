// Pages of a PDF as a column that texts run down, in points. Internal to the module.
#pragma once

#include "base/result.h"
#include "base/time.h"
#include "report/module/pdf_structure.h"
#include "report/module/pdf_text.h"

#include <cairo.h>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace hamer {

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
    // The bytes of the PDF, without its structure; nothing may be drawn after it.
    [[nodiscard]] Result<std::string> finish();
    [[nodiscard]] int count() const { return page_; }
    // Whose elements the texts become, and of which each piece is.
    [[nodiscard]] PdfStructure& structure() { return structure_; }

    [[nodiscard]] double width() const;
    void space(double points) { y_ += points; }
    // Goes to the next page where less than this is left.
    void keep(double points);

    // Over the whole width; goes on on the next page where it must.
    void text(PdfStyle style, const std::string& text);
    // A heading that stays with what comes below it, of which so much is to stand there; the reader's outline leads to
    // it.
    void heading(const std::string& text, double below);
    // Side by side, each of its element, and never torn apart between pages unless they are longer than one.
    void row(const std::vector<PdfCell>& cells, const std::vector<PdfElementId>& elements);
    // A line below what was drawn.
    void rule(double thickness);
    static constexpr double rule_height = 9;
    // What a text or a row needs at least where it begins.
    [[nodiscard]] double needed(PdfStyle style, const std::string& text) const;
    [[nodiscard]] double needed(const std::vector<PdfCell>& cells) const;
    // Stands at the head of each page that is begun from now on, for the eye only; none: nothing does.
    void repeat(std::vector<PdfCell> head) { repeated_ = std::move(head); }
    // What has this height and is drawn by others, from the left margin and the page's top. It moves on to below it.
    void figure(double height, const std::string& alternative,
                const std::function<void(cairo_t*, double left, double top)>& draw);

  private:
    [[nodiscard]] std::vector<PdfFlow> flows(const std::vector<PdfCell>& cells) const;
    template <typename Owner>
    void flow(const std::vector<PdfCell>& cells, const std::vector<Owner>& owners);
    template <typename Owner>
    void piece(Owner owner, const std::function<void()>& draw);
    void next_page();
    void begin_page();
    void foot();
    void drill_band();

    Frame frame_;
    std::string bytes_;
    std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)> surface_;
    std::unique_ptr<cairo_t, decltype(&cairo_destroy)> cairo_;
    PdfStructure structure_;
    std::vector<PdfCell> repeated_;
    int page_ = 0;
    double top_ = 0;  // of the page's text
    double y_ = 0;
};

}  // namespace hamer
