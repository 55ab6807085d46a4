// The chair's screen where the words are very large for the window: what stands open, the card with its buttons, under
// its words what else is to be seen, and below it three buttons: Herstel, Meer and the red corner. All type is as large
// as asked where that leaves the words to say in sight, and else smaller.
#include "ui/meeting/card_area.h"
#include "ui/meeting/chair_screen.h"
#include "ui/meeting/quiet_parts.h"
#include "ui/meeting/standing_parts.h"
#include "ui/toolkit/widgets/card.h"
#include "ui/toolkit/widgets/scroll.h"

#include <algorithm>
#include <cmath>

namespace hamer::ui {

namespace {

constexpr float undo_share = 0.34F;  // of the foot, in landscape

QuietButton more_button(const Say& say) {
    return {.key = "more", .label = say("Meer …", "More …"), .shortcut = 'M', .guarded = false};
}

// Wide enough for its longest word.
float corner_width(Ui& ui, const BigButton& corner, float width) {
    float share = 0.34F;
    while (share < 0.6F && !big_button_fits(ui, corner, share * width)) share += 0.02F;
    return std::round(share * width);
}

// Two beside each other where that is less high, as in a low window.
std::vector<float> pair_heights(Ui& ui, const std::vector<AlertView>& lines, float width) {
    const float half = (width - ui.metrics().gap(Gap::Tight)) / 2;
    std::vector<float> heights;
    for (std::size_t i = 0; i < lines.size(); i += 2) {
        float height = banner_height(ui, banner_of(lines[i]), i + 1 < lines.size() ? half : width);
        if (i + 1 < lines.size()) height = std::max(height, banner_height(ui, banner_of(lines[i + 1]), half));
        heights.push_back(height);
    }
    return heights;
}

float pairs_height(Ui& ui, const std::vector<AlertView>& lines, float width) {
    float height = -ui.metrics().gap(Gap::Tight);
    for (const float each : pair_heights(ui, lines, width)) height += each + ui.metrics().gap(Gap::Tight);
    return height;
}

bool in_pairs(Ui& ui, const std::vector<AlertView>& lines, float width) {
    return !ui.metrics().portrait() && lines.size() > 1 &&
           pairs_height(ui, lines, width) < lines_height(ui, lines, width);
}

float beside_height(Ui& ui, const std::vector<AlertView>& lines, float width) {
    return in_pairs(ui, lines, width) ? pairs_height(ui, lines, width) : lines_height(ui, lines, width);
}

}  // namespace

void ChairScreen::draw_beside(Ui& ui, Rect area, const std::vector<AlertView>& lines, std::vector<Action>& actions) {
    if (!in_pairs(ui, lines, area.w)) return draw_lines(ui, area, lines, actions);
    const float gap = ui.metrics().gap(Gap::Tight);
    std::size_t at = 0;
    for (const float height : pair_heights(ui, lines, area.w)) {
        const Rect row = area.cut_top(height, gap);
        const int count = at + 1 < lines.size() ? 2 : 1;
        for (const Rect& place : columns(row, count, gap)) draw_line(ui, place, lines[at++], actions);
    }
}

float ChairScreen::compact_foot_height(Ui& ui, float width, const ChairView& view) const {
    const Metrics& metrics = ui.metrics();
    const float line = std::max(metrics.control(), quiet_button_height(ui, more_button(say_), width));
    const float rows = metrics.portrait() ? 2 * line + metrics.gap(Gap::Tight) : line;
    float height = std::max(rows, metrics.main_button());
    if (view.corner) {
        const BigButton corner = corner_button(*view.corner);
        height = std::max(height, big_button_height(ui, corner, corner_width(ui, corner, width)));
    }
    return height;
}

// In the type that leaves the title, the words to say, the buttons, the standing lines and the foot all in sight.
CardType ChairScreen::compact_type(Ui& ui, Rect area, const ChairView& view, const Lines& lines) const {
    const Metrics& metrics = ui.metrics();
    const auto room = [&](float rest) {
        const SmallerType smaller(ui, rest);
        float left = area.h - compact_foot_height(ui, area.w, view) - metrics.danger_gap();
        if (!lines.across.empty()) left -= lines_height(ui, lines.across, area.w) + metrics.gap(Gap::Snug);
        if (!lines.beside.empty()) left -= beside_height(ui, lines.beside, area.w) + metrics.gap(Gap::Snug);
        return left;
    };
    if (!is_hero(view)) return fit_card(ui, area.w, view, say_, room);
    constexpr float hero_share = 0.45F;  // of the window, for the one large button
    CardType type;
    for (type.rest = 1; type.rest > 0.45F && room(type.rest) < hero_share * area.h;) type.rest -= 0.1F;
    return type;
}

namespace {

// What says the same as the red corner, in the same place of every card, need not be there twice.
bool is_double(const ChairView& view) {
    return view.corner && view.corner->enabled && view.buttons.size() > 1 &&
           view.buttons.back().event == view.corner->event && view.buttons.back().with == view.corner->with;
}

}  // namespace

void ChairScreen::draw_compact(Ui& ui, Rect area, const ChairView& asked, const MeetingFacts& meeting,
                               const SettingsView& settings, std::vector<Action>& actions) {
    const Metrics& metrics = ui.metrics();
    const float gap = metrics.gap(Gap::Snug);
    std::optional<ChairView> without;
    if (is_double(asked)) {
        without = asked;
        without->buttons.pop_back();
    }
    const ChairView& view = without ? *without : asked;
    const Lines lines = lines_of(view);
    const CardType type = compact_type(ui, area, view, lines);
    Rect foot;
    {
        const SmallerType smaller(ui, type.rest);
        if (!lines.across.empty()) {
            draw_lines(ui, area.cut_top(lines_height(ui, lines.across, area.w), gap), lines.across, actions);
        }
        foot = area.cut_bottom(compact_foot_height(ui, area.w, view), metrics.danger_gap());
        // What stands open is above the card, never scrolled away with its words.
        if (!panels_.is_open() && !lines.beside.empty()) {
            const float apart = is_hero(view) ? metrics.danger_gap() : gap;
            draw_beside(ui, area.cut_top(beside_height(ui, lines.beside, area.w), apart), lines.beside, actions);
        }
    }
    if (panels_.is_open()) {
        panels_.draw(ui, area, meeting, view, settings, actions);
    } else {
        const auto below = [&](Column& column) {
            // What is not as usual comes first.
            std::vector<FactBox> band = band_of(view);
            std::ranges::stable_partition(band, [](const FactBox& each) { return each.intent >= Intent::Attention; });
            facts(ui, column.next(facts_height(ui, band, column.width())), band);
        };
        if (const auto tapped = draw_card(ui, area, view, say_, type, below)) {
            panels_.press(*tapped, meeting, say_.language, actions);
        }
    }
    const SmallerType smaller(ui, type.rest);
    draw_compact_foot(ui, foot, view, actions);
    take_keys(ui, view, meeting, actions);
}

void ChairScreen::draw_compact_foot(Ui& ui, Rect area, const ChairView& view, std::vector<Action>& actions) {
    const Metrics& metrics = ui.metrics();
    const float gap = metrics.gap(Gap::Tight);
    // Herstel names what it takes back: the others leave it room.
    const auto dossier_width = [&] {
        return view.dossier ? quiet_button_width(ui, dossier_button(*view.dossier, say_)) + gap : 0;
    };
    const auto leaves_room = [&] {
        const float others = quiet_button_width(ui, more_button(say_)) + gap + dossier_width() +
                             (view.corner ? corner_width(ui, corner_button(*view.corner), area.w) : 0);
        return metrics.portrait() || area.w - others - metrics.danger_gap() >= undo_share * area.w;
    };
    const SmallerType smaller(ui, largest_type(ui, leaves_room));
    Rect corner;
    if (view.corner) {
        corner = area.cut_right(corner_width(ui, corner_button(*view.corner), area.w), metrics.danger_gap());
    }
    const QuietButton more = more_button(say_);
    Rect more_place = metrics.portrait() ? area.cut_bottom((area.h - gap) / 2, gap)
                                         : area.cut_right(quiet_button_width(ui, more) + dossier_width(), gap);
    if (view.dossier) {
        const QuietButton dossier = dossier_button(*view.dossier, say_);
        const float width = metrics.portrait() ? (more_place.w - gap) / 2 : dossier_width() - gap;
        if (quiet_button(ui, more_place.cut_right(width, gap), dossier) == Tap::Taken)
            actions.emplace_back(OpenDossier{});
    }
    draw_undo(ui, area, view, actions);
    if (quiet_button(ui, more_place, more) == Tap::Taken) panels_.open_more();
    if (view.corner) draw_corner(ui, corner, *view.corner, actions);
}

// The keys of what stands behind Meer. What must be held is held there.
void ChairScreen::take_keys(Ui& ui, const ChairView& view, const MeetingFacts& meeting, std::vector<Action>& actions) {
    if (ui.take(key_of('N'))) panels_.open_note();
    if (ui.take(key_of('A'))) panels_.open_deviation(meeting);
    if (ui.take(key_of('I'))) actions.emplace_back(OpenSettings{});
    if (ui.take(Key::F1)) actions.emplace_back(OpenKeys{});
    for (const ButtonView& each : view.quiet) {
        if (each.letter != 0 && !each.hold && !ui.guarded() && ui.take(key_of(each.letter))) {
            panels_.press(each, meeting, say_.language, actions);
        }
    }
}

}  // namespace hamer::ui
