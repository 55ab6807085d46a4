// What a paper says of a signal (chapter 2) and of a risk estimate (5.1).
#pragma once

#include "report/document.h"
#include "session/values.h"

namespace hamer {

// Sections that are empty where the record is of another kind.
[[nodiscard]] std::vector<Section> beforehand_sections(const IncidentRecord& record, Language language);
// On one page, for the chair and the ushers: the gathering, how large the risk is, what was done about it and by whom.
// Without who gave a signal, persons and the records that were weighed.
[[nodiscard]] Document briefing(const IncidentRecord& record, const Municipality& municipality, Language language);

}  // namespace hamer
