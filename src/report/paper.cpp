#include "base/attempt.h"
#include "platform/module.h"
#include "report/docx.h"
#include "report/module/paper_module.h"
#include "report/pdf.h"
#include "report/slate_picture.h"

namespace hamer {

namespace {

// Pango, GLib and the fonts; GLib aborts where it gets no memory.
constexpr std::uint64_t room_for_paper = 256u << 20;

Result<const PaperModule*> paper() { return load_module_as<PaperModule>("paper", room_for_paper); }

}  // namespace

Result<std::string> document_as_pdf(const Document& document, Instant made_at) {
    ASSIGN_OR_RETURN(const auto module, paper());
    return module->pdf(document, made_at);
}

Result<std::string> document_as_docx(const Document& document, Instant made_at) {
    ASSIGN_OR_RETURN(const auto module, paper());
    return module->docx(document, made_at);
}

Result<std::string> slate_picture(const std::string& municipality, Language language) {
    ASSIGN_OR_RETURN(const auto module, paper());
    return module->slate(municipality, language);
}

}  // namespace hamer
