// The last section of each paper of a record: which log it is of, and how a reader proves that. Internal to report/.
#pragma once

#include "report/document.h"

namespace hamer {

void write_verification(const IncidentRecord& record, Language language, Section& section);

}  // namespace hamer
