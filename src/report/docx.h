// A document as a file for Word and LibreOffice, to write on in: WordprocessingML in a zip (ECMA-376, ISO/IEC 29500),
// in the module hamer-paper. What it says is what the PDF says; the drawing in time is there in words.
#pragma once

#include "base/result.h"
#include "report/document.h"

#include <string>

namespace hamer {

// The same document and time give the same bytes.
[[nodiscard]] Result<std::string> document_as_docx(const Document& document, Instant made_at);

}  // namespace hamer
