#include "ui/drill/debrief_screen.h"

#include "ui/screens/header.h"
#include "ui/widgets/card.h"
#include "ui/widgets/scroll.h"

#include <fmt/format.h>

namespace hamer::ui {

DebriefScreen::DebriefScreen(const Document& debrief, std::string file, std::string problem)
    : page_(page_of(debrief)), file_(std::move(file)), problem_(std::move(problem)) {}

void DebriefScreen::draw(Ui& ui) {
    const Metrics& m = ui.metrics();
    const Say say{page_.document.language};
    Rect area = ui.area().inset(m.gap(Gap::Normal));
    drill_band(ui, area, page_.document.language);
    if (!problem_.empty()) {
        const Banner wrong{.key = "problem", .text = problem_, .icon = Icon::Alarm, .tone = Tone::Danger};
        (void)banner(ui, area.cut_top(banner_height(ui, wrong, area.w), m.gap(Gap::Tight)), wrong);
    } else if (!file_.empty()) {
        const std::string words = fmt::format("{}: {}", say("Als PDF", "As PDF"), file_);
        const Banner written{.key = "done", .text = words, .icon = Icon::Check, .tone = Tone::Accent};
        (void)banner(ui, area.cut_top(banner_height(ui, written, area.w), m.gap(Gap::Tight)), written);
    }
    Rect inside = panel(ui, area);
    Scroll scroll(ui, "debrief", inside);
    Column column(scroll.content(), m.gap(Gap::Tight));
    Lines lines(ui, column, page_.document.language);
    lines.words({.text = page_.document.title, .type = Type::Title, .key = "debrief.title"});
    lines.words({.text = page_.document.subtitle, .type = Type::Strong, .key = "debrief.score"});
    draw_overview(lines, page_);
    scroll.extent(column.used());
}

}  // namespace hamer::ui
