// A paper (report/document.h) on the screen: its drawing in time, its facts and its tables.
#pragma once

#include "report/document.h"
#include "ui/toolkit/widgets/lines.h"
#include "ui/toolkit/widgets/time_chart.h"

#include <string>

namespace hamer::ui {

struct PaperView {
    Document document;
    TimeChart chart;
};
[[nodiscard]] PaperView paper_of(Document document);

void draw_chart(Lines& lines, const PaperView& paper);
void draw_sections(Lines& lines, const PaperView& paper);

// A hash in groups that an eye can compare, and that a line can break between; other words as they are.
[[nodiscard]] std::string grouped(const std::string& text);

}  // namespace hamer::ui
