// What Debian's Cairo cannot write into a PDF: its language, that its title is shown, metadata as XMP, and a structure
// with scopes of heads and words for drawings, complete in that everything drawn is of the structure or an artifact.
// Together that is what PDF/UA-1 (ISO 14289-1) asks. Internal to the module.
#pragma once

#include "base/result.h"
#include "base/time.h"
#include "report/module/pdf_structure.h"

#include <string>

namespace hamer {

struct PdfFacts {
    std::string title;
    std::string description;
    Language language = Language::Dutch;
    Instant made_at{};
};

// `drawn`: what Cairo made, in which each piece of the structure is a tag of its own, in the order of drawing. The same
// input gives the same bytes.
[[nodiscard]] Result<std::string> tag_pdf(const std::string& drawn, const PdfStructure& structure,
                                          const PdfFacts& facts);

}  // namespace hamer
