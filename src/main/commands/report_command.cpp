#include "codec/record/record_json.h"
#include "main/commands/clerk_work.h"
#include "main/commands/output.h"
#include "main/commands/output_file.h"
#include "report/document.h"

#include <fmt/format.h>

namespace hamer {

namespace {

Result<std::string> in_form(const IncidentRecord& record, const std::string& file, Language language,
                            const Procedure* procedure, CsvKind csv) {
    const std::string ending = std::filesystem::path(file).extension().string();
    if (ending == ".pdf") return record_pdf(record, language, procedure);
    if (ending == ".csv") return form_as_csv(gir_form(record, language), language, csv);
    if (ending == ".json") return write_record(record);
    if (ending == ".txt") return document_as_text(document_of(record, language, procedure));
    return fail(ErrorKind::Usage, file,
                LocalText{"verwacht: een bestand dat eindigt op .pdf, .txt, .csv of .json",
                          "expected a file that ends in .pdf, .txt, .csv or .json"},
                {"Kies zo’n naam", "Name it so"}, Trouble::WrongInput);
}

}  // namespace

int report_command(const CommonOptions& common, const std::string& id, std::optional<int> revision,
                   const std::string& file, CsvKind csv) {
    return ClerkWork(common)([&](ClerkService& service) -> Result<int> {
        if (file != "-") {
            if (auto may = may_write_output_file(common, file); !may) return tl::unexpected<Error>(may.error());
        }
        const auto record = service.look(id, revision);
        if (!record) return tl::unexpected<Error>(record.error());
        if (auto proven = service.prove_session_of(*record); !proven) return tl::unexpected<Error>(proven.error());
        const Language language = service.options().language;
        SystemFiles files;
        const auto procedure = procedure_of(files, service.options().data, *record);
        if (file == "-") {
            say_lines(document_as_text(document_of(*record, language, procedure.get())));
            return 0;
        }
        const auto made = in_form(*record, file, language, procedure.get(), csv);
        if (!made) return tl::unexpected<Error>(made.error());
        const auto put = write_paper(common, service.options().data,
                                     {.file = file, .record = id, .revision = record->revision}, *made);
        if (!put) return tl::unexpected<Error>(put.error());
        if (auto noted = service.note_export(id); !noted) return tl::unexpected<Error>(noted.error());
        return 0;
    });
}

}  // namespace hamer
