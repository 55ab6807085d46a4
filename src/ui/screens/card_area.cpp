#include "ui/screens/card_area.h"

#include "ui/screens/card_texts.h"
#include "ui/screens/quiet_parts.h"
#include "ui/screens/tones.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/text.h"

#include <algorithm>

namespace hamer::ui {

namespace {

// Two ways to choose between are equal: neither is filled.
BigButton big(const ButtonView& view, std::size_t place, const Say& say) {
    return {.key = view.key,
            .label = view.label,
            .tone = button_tone(view.tone),
            .filled = place == 0 && !view.option,
            .shortcut = static_cast<char>('1' + static_cast<char>(place)),
            .enabled = view.enabled,
            .why = view.why,
            .hold_ms = view.hold ? hold_ms : 0,
            .hold_hint = hold_hint(view, say)};
}

// While nothing is wrong: one large button, and above it how things are.
std::optional<ButtonView> hero(Ui& ui, Rect area, const ChairView& view, const Say& say) {
    const Text title{.text = view.title, .type = Type::Title, .align = Align::Centre, .key = "card.title"};
    (void)text(ui, area.cut_top(text_height(ui, title, area.w), ui.metrics().gap(Gap::Wide)), title);
    BigButton button = big(view.buttons.front(), 0, say);
    button.type = Type::Display;
    button.icon = Icon::Hand;
    if (big_button(ui, area.inset(area.w * 0.06F, area.h * 0.06F), button) != Tap::Taken) return std::nullopt;
    return view.buttons.front();
}

// The buttons stand at the card's lower edge, 8 mm apart as red ones may be among them: side by side where that is wide
// enough for their words, else the first alone and the others below it.
std::vector<Rect> places_of(Ui& ui, Rect& card, const std::vector<ButtonView>& buttons, const Say& say) {
    const Metrics& metrics = ui.metrics();
    const float gap = metrics.danger_gap();
    const int count = static_cast<int>(buttons.size());
    const auto width_of = [&](int beside) {
        return (card.w - gap * static_cast<float>(beside - 1)) / static_cast<float>(beside);
    };
    const auto fit = [&](std::size_t from, float width) {
        for (std::size_t i = from; i < buttons.size(); ++i) {
            if (!big_button_fits(ui, big(buttons[i], i, say), width)) return false;
        }
        return true;
    };
    const bool stacked = (metrics.portrait() && !buttons.front().option) || width_of(count) < metrics.with_type(240);
    const bool others_beside = fit(1, width_of(std::max(1, count - 1)));
    const int others = others_beside ? std::max(1, count - 1) : 1;
    float height = metrics.main_button();
    for (std::size_t i = 0; i < buttons.size(); ++i) {
        const float width = !stacked ? width_of(count) : i == 0 ? card.w : width_of(others);
        height = std::max(height, big_button_height(ui, big(buttons[i], i, say), width));
    }
    // What scrolls above them may hold a button too where the window is compact.
    const bool red =
        std::ranges::any_of(buttons, [](const ButtonView& each) { return each.tone == hamer::Tone::Danger; });
    const float above = metrics.compact() && red ? gap + metrics.gap(Gap::Tight) : metrics.gap(Gap::Snug);
    if (!stacked) return columns(card.cut_bottom(height, above), count, gap);
    std::vector<Rect> places;
    if (others == count - 1) {
        places = columns(card.cut_bottom(height, gap), others, gap);
    } else {
        for (int i = 1; i < count; ++i) places.insert(places.begin(), card.cut_bottom(height, gap));
    }
    places.insert(places.begin(), card.cut_bottom(height, above));
    return places;
}

}  // namespace

bool is_hero(const ChairView& view) { return view.hero && view.buttons.size() == 1; }

std::optional<ButtonView> draw_card(Ui& ui, Rect area, const ChairView& view, const Say& say, const Below& below) {
    const bool compact = ui.metrics().compact();
    Rect inside = panel(ui, area);
    if (is_hero(view)) return hero(ui, inside, view, say);
    const std::vector<Rect> places =
        view.buttons.empty() ? std::vector<Rect>() : places_of(ui, inside, view.buttons, say);
    // On a line of its own above the title: it never moves.
    if (!view.trail.empty() && !compact) {
        card_trail(ui, inside.cut_top(trail_height(ui), ui.metrics().gap(Gap::Snug)), view);
    }
    std::optional<ButtonView> tapped;
    for (std::size_t i = 0; i < view.buttons.size(); ++i) {
        if (big_button(ui, places[i], big(view.buttons[i], i, say)) == Tap::Taken) tapped = view.buttons[i];
    }
    card_texts(ui, inside, view, say, below);
    return tapped;
}

}  // namespace hamer::ui
