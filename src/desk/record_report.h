// The report of a record as a PDF, dated at the moment that the record itself tells, so that the same revision gives
// the same bytes whenever it is made.
#pragma once

#include "base/result.h"
#include "record/incident.h"

#include <string>

namespace hamer {

[[nodiscard]] Result<std::string> record_pdf(const IncidentRecord& record, Language language);

}  // namespace hamer
