#include "base/text.h"
#include "report/document.h"

#include <fmt/format.h>

namespace hamer {

namespace {

// One line, whatever the record holds.
std::string line(const std::string& text) { return printable(text, std::string::npos); }

}  // namespace

std::string document_as_text(const Document& document) {
    const std::string drill = Say{document.language}("OEFENING", "DRILL");
    std::string text =
        fmt::format("{}{}\n{}\n", document.drill ? drill + "  " : "", line(document.title), line(document.subtitle));
    for (const Section& section : document.sections) {
        text += '\n';
        if (!section.title.empty() || document.drill)
            text += fmt::format("{}{}\n", line(section.title), document.drill ? "  (" + drill + ")" : "");
        for (const PlotBar& one : section.plot.bars) {
            text += fmt::format("  {:<32}  {}", line(one.label), one.number);
            text += one.before ? fmt::format("  ({}: {})\n", line(section.plot.before), *one.before) : "\n";
        }
        for (const LabelledValue& one : section.facts)
            text += fmt::format("  {:<32}  {}\n", line(one.label), line(one.value));
        for (const auto& row : section.table.rows) {
            for (std::size_t i = 0; i < row.size(); ++i) {
                text += fmt::format("  {:<32}  {}\n", line(section.table.heads[i]), line(row[i]));
            }
            text += '\n';
        }
        for (const std::string& paragraph : section.paragraphs) text += "  " + line(paragraph) + "\n";
    }
    return text;
}

std::string form_as_csv(const std::vector<LabelledValue>& form, Language language, CsvKind kind) {
    const Say say{language};
    CsvSheet sheet(kind);
    sheet.row({say("veld", "field"), say("waarde", "value")});
    for (const LabelledValue& one : form) sheet.row({one.label, one.value});
    return std::move(sheet).finish();
}

}  // namespace hamer
