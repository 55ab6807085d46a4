// A document in the form that a file's ending names.
#pragma once

#include "base/result.h"
#include "report/document.h"

#include <string>

namespace hamer {

// .pdf, .docx or .txt; refused (Usage) for any other. `made_at`: when, as the file itself says.
[[nodiscard]] Result<std::string> document_in_form(const Document& document, const std::string& file, Instant made_at);

}  // namespace hamer
