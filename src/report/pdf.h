// A document as a PDF of A4 pages, through Pango and Cairo (in the module hamer-paper): fonts embedded, headings,
// paragraphs and tables tagged, its title and time in the metadata. The same document and time give the same bytes. A
// drill says OEFENING across each page.
#pragma once

#include "base/result.h"
#include "report/document.h"

#include <string>

namespace hamer {

[[nodiscard]] Result<std::string> document_as_pdf(const Document& document, Instant made_at);

}  // namespace hamer
