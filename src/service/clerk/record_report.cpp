#include "service/clerk/record_report.h"

#include "base/session_id.h"
#include "report/beforehand.h"
#include "report/docx.h"
#include "report/pdf.h"
#include "report/police_annex.h"
#include "report/public_copy.h"
#include "service/store/session_folder.h"

namespace hamer {

std::shared_ptr<const Procedure> procedure_of(FileSystem& files, const std::filesystem::path& data,
                                              const IncidentRecord& record) {
    if (!is_session_id(record.source.session)) return nullptr;
    const auto read = read_session(files, sessions_folder(data, false), record.source.session);
    return read ? read->session.shared_procedure() : nullptr;
}

Status check_paper(const IncidentRecord& record, PaperFor reader) {
    if ((reader == PaperFor::Police || reader == PaperFor::Public) && !is_incident(record.kind))
        return fail(ErrorKind::Refused, record.id,
                    LocalText{"voor deze lezer is er alleen papier van een incident",
                              "for this reader there is a paper of an incident alone"},
                    {"Kies een dossier van een incident", "Choose the record of an incident"}, Trouble::NotNow);
    if (reader == PaperFor::Meeting && record.kind != IncidentKind::Estimate)
        return fail(
            ErrorKind::Refused, record.id,
            LocalText{"een briefing is er alleen van een risico-inschatting", "a briefing is of a risk estimate alone"},
            {"Kies er een uit `hamer record list`", "Choose one from `hamer record list`"}, Trouble::NotNow);
    return {};
}

Document paper_of(const IncidentRecord& record, PaperFor reader, const Municipality& municipality, Language language,
                  const Procedure* procedure) {
    if (reader == PaperFor::Police) return police_annex(record, whereabouts({}, municipality), language);
    if (reader == PaperFor::Public) return public_copy(record, language);
    if (reader == PaperFor::Meeting) return briefing(record, municipality, language);
    return document_of(record, language, procedure);
}

namespace {

Instant date_of(const IncidentRecord& record) {
    if (record.dossier && record.dossier->completed) return record.dossier->completed->at;
    return record.ended ? record.ended->at.at : record.started.at;
}

}  // namespace

Result<std::string> record_pdf(const IncidentRecord& record, const Document& paper) {
    return document_as_pdf(paper, date_of(record));
}

Result<std::string> record_docx(const IncidentRecord& record, const Document& paper) {
    return document_as_docx(paper, date_of(record));
}

}  // namespace hamer
