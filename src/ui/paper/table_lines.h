// A paper's table on the screen: columns with their heads where the page is wide enough for each of their words, else a
// line for each row with the heads in it.
#pragma once

#include "report/document.h"
#include "ui/toolkit/widgets/lines.h"

namespace hamer::ui {

void draw_table(Lines& lines, const Table& table);

}  // namespace hamer::ui
