#include "base/module.h"
#include "report/module/paper_module.h"
#include "report/pdf.h"
#include "report/slate_picture.h"

namespace hamer {

namespace {

Result<const PaperModule*> paper() { return load_module_as<PaperModule>("paper"); }

}  // namespace

Result<std::string> document_as_pdf(const Document& document, Instant made_at) {
    const auto module = paper();
    if (!module) return tl::unexpected<Error>(module.error());
    return (*module)->pdf(document, made_at);
}

Result<std::string> slate_picture(const std::string& municipality, Language language) {
    const auto module = paper();
    if (!module) return tl::unexpected<Error>(module.error());
    return (*module)->slate(municipality, language);
}

}  // namespace hamer
