// How an incident went, as facts of a section. Internal to report/.
#pragma once

#include "report/document.h"

namespace hamer {

void write_course(const IncidentRecord& record, Language language, Section& section);

}  // namespace hamer
