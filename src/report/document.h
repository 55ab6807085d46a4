// What is said about an incident on paper, before it has a form: sections of facts, tables and paragraphs, in one
// language. The PDF, the text, the CSV and the form for the GIR are drawn from it, so that they say the same.
#pragma once

#include "record/chart.h"
#include "record/incident.h"
#include "report/csv.h"
#include "report/plot.h"

#include <string>
#include <vector>

namespace hamer {

struct LabelledValue {
    std::string label;
    std::string value;
};

struct Table {
    std::vector<std::string> heads;
    std::vector<std::vector<std::string>> rows;
    std::vector<int> shares;  // of the width, one for each column
};

struct Section {
    std::string title;
    std::vector<LabelledValue> facts;  // those with a value
    Table table;
    std::vector<std::string> paragraphs;
    bool chart = false;  // the drawing in time stands here
    Plot plot{};         // stands first; without bars there is none
};

struct Document {
    Language language = Language::Dutch;
    std::string title;
    std::string subtitle;
    std::string footer;  // which record and revision
    bool drill = false;  // OEFENING on each page
    Chart chart;
    std::vector<Section> sections;
};

// `procedure`: that of the record's session, for the names of its steps; null where the session is not here.
[[nodiscard]] Document document_of(const IncidentRecord& record, Language language,
                                   const Procedure* procedure = nullptr);

// The fields of the GIR's form along the seven W's, to copy one by one. Those without a value are empty.
[[nodiscard]] std::vector<LabelledValue> gir_form(const IncidentRecord& record, Language language);

// For a terminal, and for mail.
[[nodiscard]] std::string document_as_text(const Document& document);
// Label and value of each field, a row each; a spreadsheet runs nothing of it.
[[nodiscard]] std::string form_as_csv(const std::vector<LabelledValue>& form, Language language,
                                      CsvKind kind = CsvKind::Dutch);

}  // namespace hamer
