#include "platform/module.h"

#include "report/module/paper_module.h"

namespace {

constexpr hamer::PaperModule table{&hamer::draw_pdf, &hamer::write_docx, &hamer::draw_slate};

}  // namespace

HAMER_MODULE(table);
