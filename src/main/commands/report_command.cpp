#include "base/attempt.h"
#include "codec/record/record_json.h"
#include "main/commands/clerk_work.h"
#include "main/commands/output.h"
#include "main/commands/output_file.h"
#include "report/document.h"

#include <fmt/format.h>

namespace hamer {

namespace {

Result<std::string> in_form(const IncidentRecord& record, const std::string& file, Language language,
                            const Document& paper, CsvKind csv) {
    const std::string ending = std::filesystem::path(file).extension().string();
    if (ending == ".pdf") return record_pdf(record, paper);
    if (ending == ".docx") return record_docx(record, paper);
    if (ending == ".csv") return form_as_csv(gir_form(record, language), language, csv);
    if (ending == ".json") return write_record(record);
    if (ending == ".txt") return document_as_text(paper);
    return fail(ErrorKind::Usage, file,
                LocalText{"verwacht: een bestand dat eindigt op .pdf, .docx, .txt, .csv of .json",
                          "expected a file that ends in .pdf, .docx, .txt, .csv or .json"},
                {"Kies zo’n naam", "Name it so"}, Trouble::WrongInput);
}

}  // namespace

int report_command(const CommonOptions& common, const std::string& id, std::optional<int> revision,
                   const std::string& file, PaperFor reader, CsvKind csv) {
    return ClerkWork(common)([&](ClerkService& service) -> Result<int> {
        const std::string ending = std::filesystem::path(file).extension().string();
        if (reader != PaperFor::Municipality && (ending == ".csv" || ending == ".json")) {
            return fail(ErrorKind::Usage, file,
                        LocalText{"voor deze lezer: een bestand dat eindigt op .pdf, .docx of .txt",
                                  "for this reader: a file that ends in .pdf, .docx or .txt"},
                        {"Kies zo’n naam", "Name it so"}, Trouble::WrongInput);
        }
        if (file != "-") {
            RETURN_IF_ERROR(may_write_output_file(common, file));
        }
        ASSIGN_OR_RETURN(const auto record, service.look(id, revision));
        RETURN_IF_ERROR(check_paper(record, reader));
        if (ending == ".csv" && !is_incident(record.kind)) {
            return fail(ErrorKind::Refused, id,
                        LocalText{"alleen een incident gaat naar het GIR", "only an incident goes to the GIR"},
                        {"Kies een bestand dat eindigt op .pdf, .docx of .txt",
                         "Choose a file that ends in .pdf, .docx or .txt"},
                        Trouble::NotNow);
        }
        RETURN_IF_ERROR(service.prove_session_of(record));
        const Language language = service.options().language;
        SystemFiles files;
        const auto procedure = procedure_of(files, service.options().data, record);
        const Document paper =
            paper_of(record, reader, service.options().settings.municipality, language, procedure.get());
        if (file == "-") {
            say_lines(document_as_text(paper));
            return 0;
        }
        ASSIGN_OR_RETURN(const auto made, in_form(record, file, language, paper, csv));
        RETURN_IF_ERROR(write_paper(common, service.options().data,
                                    {.file = file, .record = id, .revision = record.revision}, made));
        RETURN_IF_ERROR(service.note_export(id));
        return 0;
    });
}

}  // namespace hamer
