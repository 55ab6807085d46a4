#include "main/commands/document_form.h"

#include "report/docx.h"
#include "report/pdf.h"

#include <filesystem>

namespace hamer {

Result<std::string> document_in_form(const Document& document, const std::string& file, Instant made_at) {
    const std::string ending = std::filesystem::path(file).extension().string();
    if (ending == ".pdf") return document_as_pdf(document, made_at);
    if (ending == ".docx") return document_as_docx(document, made_at);
    if (ending == ".txt") return document_as_text(document);
    return fail(ErrorKind::Usage, file,
                LocalText{"verwacht: een bestand dat eindigt op .pdf, .docx of .txt",
                          "expected a file that ends in .pdf, .docx or .txt"},
                {"Kies zo’n naam", "Name it so"}, Trouble::WrongInput);
}

}  // namespace hamer
