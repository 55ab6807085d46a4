// The papers of a record, each with what its reader may see. A PDF is dated at the moment that the record itself tells,
// so that the same revision gives the same bytes whenever it is made.
#pragma once

#include "base/result.h"
#include "platform/files.h"
#include "procedure/procedure.h"
#include "record/incident.h"
#include "record/paper_for.h"
#include "report/document.h"

#include <filesystem>
#include <memory>
#include <string>

namespace hamer {

// The procedure of the meeting that the record is of, which names its steps; null where that meeting is not in `data`.
[[nodiscard]] std::shared_ptr<const Procedure> procedure_of(FileSystem& files, const std::filesystem::path& data,
                                                            const IncidentRecord& record);

// Refused where there is no such paper of that kind of record.
[[nodiscard]] Status check_paper(const IncidentRecord& record, PaperFor reader);
// `procedure` may be null.
[[nodiscard]] Document paper_of(const IncidentRecord& record, PaperFor reader, const Municipality& municipality,
                                Language language, const Procedure* procedure);
[[nodiscard]] Result<std::string> record_pdf(const IncidentRecord& record, const Document& paper);
[[nodiscard]] Result<std::string> record_docx(const IncidentRecord& record, const Document& paper);

}  // namespace hamer
