// What a paper says of the evaluation of an incident (chapter 3), of what else was held to learn from (5.2), and of the
// files beside the record.
#pragma once

#include "report/document.h"

namespace hamer {

// Sections that are empty where there is nothing of it.
[[nodiscard]] std::vector<Section> learnt_sections(const IncidentRecord& record, Language language);

}  // namespace hamer
