// The year's report to the council: how many incidents there were, beside the year before, what kinds, what was done,
// the cases without names, and what was practised, learnt and discussed (5.2). Without a word that somebody wrote, a
// place or a day: no program can tell which of them names a person.
#pragma once

#include "drill/held.h"
#include "record/year.h"
#include "report/document.h"

#include <string>
#include <vector>

namespace hamer {

// `drills`: those that were held in that year.
[[nodiscard]] Document year_report(const YearOfCases& year, const std::vector<HeldDrill>& drills,
                                   const std::string& municipality, Language language);
// The year's cases for a spreadsheet: a row each, with the same and no more.
[[nodiscard]] std::string year_as_csv(const YearOfCases& year, Language language, CsvKind kind);

}  // namespace hamer
