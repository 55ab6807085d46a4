// What the module hamer-paper does: all that needs Pango and Cairo. The functions are in the module alone; the program
// reaches them through the table, behind report/pdf.h and report/slate_picture.h.
#pragma once

#include "base/result.h"
#include "report/document.h"

#include <string>

namespace hamer {

[[nodiscard]] Result<std::string> draw_pdf(const Document& document, Instant made_at);
[[nodiscard]] Result<std::string> draw_slate(const std::string& municipality, Language language);

struct PaperModule {
    decltype(&draw_pdf) pdf;
    decltype(&draw_slate) slate;
};

}  // namespace hamer
