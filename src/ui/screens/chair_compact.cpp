// The chair's screen where the words are very large for the window: the card with its buttons, under its words what
// else is to be seen, and below it three buttons: Herstel, Meer and the red corner.
#include "ui/screens/card_area.h"
#include "ui/screens/chair_screen.h"
#include "ui/screens/quiet_parts.h"
#include "ui/screens/standing_parts.h"
#include "ui/widgets/card.h"
#include "ui/widgets/scroll.h"

#include <algorithm>
#include <cmath>

namespace hamer::ui {

namespace {

QuietButton more_button(const Say& say) {
    return {.key = "more", .label = say("Meer …", "More …"), .shortcut = 'M', .guarded = false};
}

// Wide enough for its longest word.
float corner_width(Ui& ui, const BigButton& corner, float width) {
    float share = 0.34F;
    while (share < 0.6F && !big_button_fits(ui, corner, share * width)) share += 0.02F;
    return std::round(share * width);
}

}  // namespace

void ChairScreen::draw_compact(Ui& ui, Rect area, const ChairView& view, const Desk& desk, const SettingsView& settings,
                               std::vector<Action>& actions) {
    const Metrics& metrics = ui.metrics();
    const float gap = metrics.gap(Gap::Snug);
    const Lines lines = lines_of(view);
    if (!lines.across.empty()) {
        draw_lines(ui, area.cut_top(lines_height(ui, lines.across, area.w), gap), lines.across, actions);
    }
    const float line = std::max(metrics.control(), quiet_button_height(ui, more_button(say_), area.w));
    const float rows = metrics.portrait() ? 2 * line + metrics.gap(Gap::Tight) : line;
    float height = std::max(rows, metrics.main_button());
    if (view.corner) {
        const BigButton corner = corner_button(*view.corner);
        height = std::max(height, big_button_height(ui, corner, corner_width(ui, corner, area.w)));
    }
    const Rect foot = area.cut_bottom(height, metrics.danger_gap());
    if (panels_.is_open()) {
        panels_.draw(ui, area, desk, view, settings, actions);
    } else {
        // Under one large button nothing could be read: it leaves room for what stands open.
        if (is_hero(view) && !lines.beside.empty()) {
            draw_lines(ui, area.cut_top(lines_height(ui, lines.beside, area.w), metrics.danger_gap()), lines.beside,
                       actions);
        }
        const auto below = [&](Column& column) {
            for (const AlertView& each : lines.beside) {
                draw_line(ui, column.next(banner_height(ui, banner_of(each), column.width())), each, actions);
            }
            const std::vector<Fact> band = band_of(view);
            facts(ui, column.next(facts_height(ui, band, column.width())), band);
        };
        if (const auto tapped = draw_card(ui, area, view, say_, below)) {
            panels_.press(*tapped, desk, say_.language, actions);
        }
    }
    draw_compact_foot(ui, foot, view, actions);
    take_keys(ui, view, desk, actions);
}

void ChairScreen::draw_compact_foot(Ui& ui, Rect area, const ChairView& view, std::vector<Action>& actions) {
    const Metrics& metrics = ui.metrics();
    const float gap = metrics.gap(Gap::Tight);
    Rect corner;
    if (view.corner) {
        corner = area.cut_right(corner_width(ui, corner_button(*view.corner), area.w), metrics.danger_gap());
    }
    const QuietButton more = more_button(say_);
    const Rect more_place = metrics.portrait() ? area.cut_bottom((area.h - gap) / 2, gap)
                                               : area.cut_right(quiet_button_width(ui, more), gap);
    draw_undo(ui, area, view, actions);
    if (quiet_button(ui, more_place, more) == Tap::Taken) panels_.open_more();
    if (view.corner) draw_corner(ui, corner, *view.corner, actions);
}

// The keys of what stands behind Meer. What must be held is held there.
void ChairScreen::take_keys(Ui& ui, const ChairView& view, const Desk& desk, std::vector<Action>& actions) {
    if (ui.take(key_of('N'))) panels_.open_note();
    if (ui.take(key_of('A'))) panels_.open_deviation(desk);
    if (ui.take(key_of('I'))) actions.emplace_back(OpenSettings{});
    if (ui.take(Key::F1)) actions.emplace_back(OpenKeys{});
    for (const ButtonView& each : view.quiet) {
        if (each.letter != 0 && !each.hold && !ui.guarded() && ui.take(key_of(each.letter))) {
            panels_.press(each, desk, say_.language, actions);
        }
    }
}

}  // namespace hamer::ui
