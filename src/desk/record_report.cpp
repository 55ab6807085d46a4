#include "desk/record_report.h"

#include "report/document.h"
#include "report/pdf.h"

namespace hamer {

Result<std::string> record_pdf(const IncidentRecord& record, Language language) {
    const Instant made = record.dossier && record.dossier->completed ? record.dossier->completed->at
                         : record.ended                              ? record.ended->at.at
                                                                     : record.started.at;
    return document_as_pdf(document_of(record, language), made);
}

}  // namespace hamer
