// The content of one page, in which Cairo marked the pieces, marked anew as the structure has them. Internal to the
// module. Throws what qpdf throws.
#pragma once

#include "report/module/pdf_structure.h"

#include <qpdf/QPDFPageObjectHelper.hh>
#include <string>
#include <vector>

namespace hamer {

struct MarkedContent {
    std::string bytes;
    // Of the pieces that are read out: their numbers, each at the place of its MCID.
    std::vector<std::size_t> pieces;
    std::size_t next = 0;  // the piece that the next page begins with
};

// Each of Cairo's marked pieces becomes one of its element's type, with its MCID, or an artifact; whatever else is
// drawn on the page (lines, fills) becomes an artifact. `next` is the number of the page's first piece; one that the
// structure does not know throws std::runtime_error.
[[nodiscard]] MarkedContent mark_content(QPDFPageObjectHelper& page, const PdfStructure& structure, std::size_t next);

}  // namespace hamer
