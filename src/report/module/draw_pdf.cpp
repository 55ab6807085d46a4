#include "base/attempt.h"
#include "report/chart_text.h"
#include "report/module/draw_chart.h"
#include "report/module/draw_plot.h"
#include "report/module/paper_fonts.h"
#include "report/module/paper_module.h"
#include "report/module/pdf_page.h"
#include "report/module/pdf_tags.h"

namespace hamer {

namespace {

constexpr double fact_share = 0.32;  // of the width, for the labels
constexpr double gap = 12;

class Drawing {
  public:
    Drawing(const Document& document, Pages& pages)
        : document_(document), pages_(pages), structure_(pages.structure()) {}

    void draw() {
        pages_.begin();
        // In words too, for who does not see what stands across the page.
        if (document_.drill) {
            pages_.text(PdfStyle::Drill, Say{document_.language}("OEFENING: dit is niet echt gebeurd",
                                                                 "DRILL: this did not really happen"));
        }
        pages_.text(PdfStyle::Title, document_.title);
        if (!document_.subtitle.empty()) pages_.text(PdfStyle::Subtitle, document_.subtitle);
        for (const Section& section : document_.sections) draw(section);
        pages_.end();
    }

  private:
    void draw(const Section& section) {
        // What comes first in a letter has no heading.
        if (!section.title.empty()) pages_.heading(section.title, beginning_of(section));
        if (section.chart) {
            pages_.figure(chart_height(document_.chart), chart_as_text(document_.chart, document_.language),
                          [&](cairo_t* cairo, double left, double top) {
                              draw_chart(cairo, document_.chart, left, top, pages_.width());
                          });
        }
        if (!section.plot.bars.empty()) {
            pages_.figure(plot_height(section.plot), plot_as_text(section.plot),
                          [&](cairo_t* cairo, double left, double top) {
                              draw_plot(cairo, section.plot, left, top, pages_.width());
                          });
        }
        if (!section.facts.empty()) facts(section.facts);
        if (!section.table.rows.empty()) {
            if (!section.facts.empty()) pages_.space(6);
            table(section.table);
        }
        if (!section.facts.empty() && !section.paragraphs.empty()) pages_.space(8);
        for (const std::string& paragraph : section.paragraphs) {
            pages_.space(4);
            pages_.text(PdfStyle::Body, paragraph);
        }
    }

    // What has to stand below a section's heading: its drawing, or the first of what it says.
    [[nodiscard]] double beginning_of(const Section& section) const {
        if (section.chart) return chart_height(document_.chart);
        if (!section.plot.bars.empty()) return plot_height(section.plot);
        if (!section.facts.empty()) return pages_.needed(cells(section.facts.front()));
        if (!section.table.rows.empty()) return beginning_of(section.table);
        return section.paragraphs.empty() ? 0 : 4 + pages_.needed(PdfStyle::Body, section.paragraphs.front());
    }

    // Its head and a row.
    [[nodiscard]] double beginning_of(const Table& table) const {
        return pages_.needed(cells(table, table.heads, PdfStyle::Label)) + Pages::rule_height +
               pages_.needed(cells(table, table.rows.front(), PdfStyle::Body));
    }

    [[nodiscard]] std::vector<PdfCell> cells(const LabelledValue& fact) const {
        const double label = pages_.width() * fact_share;
        return {{PdfStyle::Label, fact.label, 0, label - gap},
                {PdfStyle::Body, fact.value, label, pages_.width() - label}};
    }

    [[nodiscard]] std::vector<PdfCell> cells(const Table& table, const std::vector<std::string>& texts,
                                             PdfStyle style) const {
        std::vector<PdfCell> made;
        double x = 0;
        for (std::size_t i = 0; i < texts.size(); ++i) {
            const double width = pages_.width() * table.shares[i] / 100;
            made.push_back({style, texts[i], x, width - 8});
            x += width;
        }
        return made;
    }

    // A table for who listens: each label is the head of its row, so that it is told with its value.
    void facts(const std::vector<LabelledValue>& facts) {
        const PdfElementId body = structure_.add("TBody", structure_.add("Table", 0));
        for (const LabelledValue& one : facts) {
            const PdfElementId row = structure_.add("TR", body);
            const PdfElementId label = head(row, "Row");
            const PdfElementId value = structure_.add("TD", row);
            pages_.row(cells(one), {label, value});
            pages_.space(3);
        }
    }

    PdfElementId head(PdfElementId row, const char* scope) {
        const PdfElementId made = structure_.add("TH", row);
        structure_.elements[made].scope = scope;
        return made;
    }

    void table(const Table& table) {
        pages_.keep(beginning_of(table));
        const PdfElementId whole = structure_.add("Table", 0);
        const std::vector<PdfCell> heads = cells(table, table.heads, PdfStyle::Label);
        const PdfElementId first = structure_.add("TR", structure_.add("THead", whole));
        draw_row(
            heads, [&] { return head(first, "Column"); }, 1);
        const PdfElementId body = structure_.add("TBody", whole);
        pages_.repeat(heads);
        for (const auto& one : table.rows) {
            const PdfElementId row = structure_.add("TR", body);
            draw_row(
                cells(table, one, PdfStyle::Body), [&] { return structure_.add("TD", row); }, 0.5);
        }
        pages_.repeat({});
    }

    // Each cell of an element that is made for it, with a line below.
    template <typename Make>
    void draw_row(const std::vector<PdfCell>& cells, const Make& element, double line) {
        std::vector<PdfElementId> elements;
        for (std::size_t i = 0; i < cells.size(); ++i) elements.push_back(element());
        pages_.row(cells, elements);
        pages_.rule(line);
    }

    const Document& document_;
    Pages& pages_;
    PdfStructure& structure_;
};

}  // namespace

Result<std::string> draw_pdf(const Document& document, Instant made_at) {
    RETURN_IF_ERROR(paper_fonts());
    const Say say{document.language};
    const std::string before = !document.drill ? "" : say("OEFENING – ", "DRILL – ");
    const std::string title = before + document.title;
    // Once to count the pages, and once with the count in each foot.
    int count = 0;
    for (int round = 0;; ++round) {
        Pages pages({title, document.footer, document.language, document.drill, count}, made_at);
        Drawing(document, pages).draw();
        auto finished = pages.finish();
        if (!finished || round == 1) {
            return finished
                       ? tag_pdf(*finished, pages.structure(), {title, document.footer, document.language, made_at})
                       : finished;
        }
        count = pages.count();
    }
}

}  // namespace hamer
