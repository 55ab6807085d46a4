// What the module hamer-paper does: all that needs Pango and Cairo, and files for Word. The functions are in the module
// alone; the program reaches them through the table, behind report/pdf.h, report/docx.h and report/slate_picture.h.
#pragma once

#include "base/result.h"
#include "report/document.h"

#include <string>

namespace hamer {

[[nodiscard]] Result<std::string> draw_pdf(const Document& document, Instant made_at);
[[nodiscard]] Result<std::string> write_docx(const Document& document, Instant made_at);
[[nodiscard]] Result<std::string> draw_slate(const std::string& municipality, Language language);

struct PaperModule {
    decltype(&draw_pdf) pdf;
    decltype(&write_docx) docx;
    decltype(&draw_slate) slate;
};

}  // namespace hamer
