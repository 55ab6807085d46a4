#include "report/csv.h"
#include "report/document.h"

#include <fmt/format.h>

namespace hamer {

std::string document_as_text(const Document& document) {
    const std::string drill = document.language == Language::Dutch ? "OEFENING" : "DRILL";
    std::string text = fmt::format("{}{}\n{}\n", document.drill ? drill + "  " : "", document.title, document.subtitle);
    for (const Section& section : document.sections) {
        text += fmt::format("\n{}{}\n", section.title, document.drill ? "  (" + drill + ")" : "");
        for (const LabelledValue& one : section.facts) text += fmt::format("  {:<32}  {}\n", one.label, one.value);
        for (const auto& row : section.table.rows) {
            for (std::size_t i = 0; i < row.size(); ++i) {
                text += fmt::format("  {:<32}  {}\n", section.table.heads[i], row[i]);
            }
            text += '\n';
        }
        for (const std::string& paragraph : section.paragraphs) text += "  " + paragraph + "\n";
    }
    return text;
}

std::string form_as_csv(const std::vector<LabelledValue>& form) {
    std::string text = csv_row({"veld", "waarde"});
    for (const LabelledValue& one : form) text += csv_row({one.label, one.value});
    return text;
}

}  // namespace hamer
