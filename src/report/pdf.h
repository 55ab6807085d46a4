// A document as a PDF of A4 pages, through Pango, Cairo and qpdf (in the module hamer-paper): fonts embedded, and what
// PDF/UA-1 (ISO 14289-1) asks for who listens to it (decision 21). The same document and time give the same bytes. A
// drill says OEFENING across each page, in its title and in its first words.
#pragma once

#include "base/result.h"
#include "report/document.h"

#include <string>

namespace hamer {

[[nodiscard]] Result<std::string> document_as_pdf(const Document& document, Instant made_at);

}  // namespace hamer
