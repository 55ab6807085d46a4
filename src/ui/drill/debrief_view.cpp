#include "ui/drill/debrief_view.h"

#include "ui/drill/drill_parts.h"
#include "ui/meeting/header.h"
#include "ui/toolkit/widgets/card.h"
#include "ui/toolkit/widgets/place_head.h"
#include "ui/toolkit/widgets/scroll.h"

#include <cmath>
#include <fmt/format.h>

namespace hamer::ui {

namespace {

void draw_page(Ui& ui, Rect area, const DebriefView& view) {
    Rect inside = panel(ui, area);
    Scroll scroll(ui, "debrief", inside);
    Column column(scroll.content(), ui.metrics().gap(Gap::Tight));
    Lines lines(ui, column, view.language);
    lines.words({.text = view.paper.document.title, .type = Type::Title, .key = "debrief.title"});
    lines.words({.text = view.paper.document.subtitle, .type = Type::Strong, .key = "debrief.score"});
    draw_chart(lines, view.paper);
    draw_sections(lines, view.paper);
    const std::string paper = fmt::format("{}: {}", lines.say("Op papier", "On paper"), view.file);
    lines.words({.text = paper, .type = Type::Small, .ink = Ink::Soft, .key = "debrief.file"});
    scroll.extent(column.used() + ui.metrics().gap(Gap::Normal));
}

void draw_form(Ui& ui, Rect area, const DebriefView& view, TrainerPanel& typed, DrillActions& actions) {
    Rect inside = panel(ui, area, Ground::Surface, Gap::Normal);
    Scroll scroll(ui, "debrief.form", inside, Scroll::Stop::No);
    Column column(scroll.content(), ui.metrics().gap(Gap::Tight));
    Lines lines(ui, column, view.language);
    std::vector<Action> asked;
    typed.draw_ratings(lines, view.trainer, asked);
    typed.draw_agreed(lines, view.trainer, asked);
    typed.draw_notes(lines, view.trainer, asked);
    typed.draw_take_back(lines, view.trainer, asked);
    add_trained(asked, actions);
    scroll.extent(column.used() + ui.metrics().gap(Gap::Normal));
}

void draw_standing(Ui& ui, Rect& area, const DebriefLine& standing, DrillActions& actions) {
    if (standing.text.empty()) return;
    const Banner line{
        .key = "ended", .text = standing.text, .icon = Icon::Info, .intent = Intent::Accent, .button = standing.button};
    const Rect place = area.cut_top(banner_height(ui, line, area.w), ui.metrics().gap(Gap::Tight));
    if (banner(ui, place, line) == Tap::Taken) actions.emplace_back(DrillDo::FollowNewer);
}

// One thing at a time.
void draw_one_side(Ui& ui, Rect area, const DebriefView& view, DebriefTyping& typing, DrillActions& actions) {
    const Say say{view.language};
    const Chips which{.key = "debrief.side",
                      .labels = {std::string(say("Lezen", "Read")), std::string(say("Aanvullen", "Complete"))},
                      .chosen = typing.completing ? 1 : 0};
    const int tapped = chips(ui, area.cut_top(chips_height(ui, which, area.w), ui.metrics().gap(Gap::Tight)), which);
    if (tapped >= 0) {
        typing.completing = tapped == 1;
        ui.wake_at(ui.now());
    }
    typing.completing ? draw_form(ui, area, view, typing.panel, actions) : draw_page(ui, area, view);
}

}  // namespace

void draw_debrief(Ui& ui, const DebriefView& view, DebriefTyping& typing, DrillActions& actions) {
    const Metrics& m = ui.metrics();
    Rect area = ui.area().inset(m.gap(Gap::Normal));
    drill_band(ui, area, view.language);
    Rect room;
    if (place_head(ui, area, {.back = view.back}, room, HeadRoom::OfTheLine))
        actions.emplace_back(DrillDo::LeaveDebrief);
    problem_line(ui, area, view.problem);
    draw_standing(ui, area, view.standing, actions);
    if (m.portrait() || m.compact()) {
        draw_one_side(ui, area, view, typing, actions);
    } else {
        const Rect side = area.cut_right(std::round(area.w * 0.36F), m.gap(Gap::Snug));
        draw_page(ui, area, view);
        draw_form(ui, side, view, typing.panel, actions);
    }
    draw_waiting(ui, room, view.waiting, view.language, actions);
}

}  // namespace hamer::ui
