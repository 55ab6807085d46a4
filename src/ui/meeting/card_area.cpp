#include "ui/meeting/card_area.h"

#include "procedure/checker.h"
#include "ui/meeting/card_texts.h"
#include "ui/meeting/intents.h"
#include "ui/meeting/quiet_parts.h"
#include "ui/toolkit/widgets/button.h"
#include "ui/toolkit/widgets/card.h"
#include "ui/toolkit/widgets/text.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer::ui {

namespace {

// Two ways to choose between are equal: neither is filled.
BigButton big(const ButtonView& view, std::size_t place, const Say& say, bool likely) {
    return {.key = view.key,
            .label = view.label,
            .intent = button_intent(view.tone),
            .filled = likely && !view.option,
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
    BigButton button = big(view.buttons.front(), 0, say, true);
    button.type = Type::Display;
    button.icon = Icon::Hand;
    const Rect place = area.inset(area.w * 0.06F, area.h * 0.06F);
    if (big_button_height(ui, button, place.w) > place.h) button.icon = Icon::None;  // the word is what matters
    if (big_button(ui, place, button) != Tap::Taken) return std::nullopt;
    return view.buttons.front();
}

// The buttons stand at the card's lower edge, 8 mm apart as red ones may be among them: side by side where that is wide
// enough for their words, else the first alone and the others below it.
std::vector<Rect> places_of(Ui& ui, Rect& card, const std::vector<ButtonView>& buttons, const Say& say,
                            const CardType& type) {
    const Metrics& metrics = ui.metrics();
    const float gap = metrics.danger_gap();
    const int count = static_cast<int>(buttons.size());
    const auto width_of = [&](int beside) {
        return (card.w - gap * static_cast<float>(beside - 1)) / static_cast<float>(beside);
    };
    const auto fit = [&](std::size_t from, float width) {
        for (std::size_t i = from; i < buttons.size(); ++i) {
            if (!big_button_fits(ui, big(buttons[i], i, say, i == 0), width)) return false;
        }
        return true;
    };
    const bool stacked =
        !type.in_row && ((metrics.portrait() && !buttons.front().option) || width_of(count) < metrics.with_type(240));
    const bool others_beside = fit(1, width_of(std::max(1, count - 1)));
    const int others = others_beside ? std::max(1, count - 1) : 1;
    float height = metrics.main_button();
    for (std::size_t i = 0; i < buttons.size(); ++i) {
        const float width = !stacked ? width_of(count) : i == 0 ? card.w : width_of(others);
        height = std::max(height, big_button_height(ui, big(buttons[i], i, say, i == 0), width));
    }
    // What scrolls above them may hold a button too where the window is compact.
    const bool red = std::ranges::any_of(buttons, [](const ButtonView& each) { return each.tone == Tone::Danger; });
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

// Where a card's buttons stand. Those of requests and answers stand in places for three, and a card of answers leaves
// the first place free: nobody runs through them by one key or one spot.
std::vector<Rect> button_places(Ui& ui, Rect& card, const ChairView& view, const Say& say, const CardType& type) {
    if (!view.counted) return places_of(ui, card, view.buttons, say, type);
    std::vector<ButtonView> all(view.first_place, view.buttons.front());
    all.insert(all.end(), view.buttons.begin(), view.buttons.end());
    if (all.size() < max_big_buttons) all.resize(max_big_buttons, view.buttons.back());
    return places_of(ui, card, all, say, type);
}

}  // namespace

bool is_hero(const ChairView& view) { return view.hero && view.buttons.size() == 1; }

namespace {

Gap card_padding(Ui& ui) { return ui.metrics().compact() ? Gap::Normal : Gap::Wide; }

float trail_room(Ui& ui, const ChairView& view) {
    return view.trail.empty() || ui.metrics().compact() ? 0 : trail_height(ui) + ui.metrics().gap(Gap::Snug);
}

// What must be in sight of the card, with its padding.
float needed(Ui& ui, float width, const ChairView& view, const Say& say, const CardType& type) {
    constexpr float any = 1e5F;
    const float padding = ui.metrics().gap(card_padding(ui));
    const float inner = width - 2 * padding;
    Rect rest{0, 0, inner, any};
    if (!view.buttons.empty()) {
        const SmallerType smaller(ui, type.rest);
        (void)button_places(ui, rest, view, say, type);
    }
    return 2 * padding + trail_room(ui, view) + (any - rest.h) + card_words_height(ui, inner, view, say, type);
}

class Fitter {
  public:
    Fitter(Ui& ui, float width, const ChairView& view, const Say& say, const std::function<float(float)>& room)
        : ui_(ui), width_(width), view_(view), say_(say), room_(room), words_(words_on_card(view, say)) {}

    CardType fit() {
        const bool choice = words_ == 0 && !view_.buttons.empty() && view_.buttons.front().option;
        const float larger = ui_.metrics().large_words();
        if (words_ == 1 || choice) {
            // With room to spare the words take it, the notes next.
            for (float share = 1; share * larger > 0.99F; share -= large_step) {
                CardType type{Type::WordsLarge, share, Type::Note};
                if (with_notes(type)) return type;
                type.notes = Type::Body;
                if (share - large_step <= 0.99F / larger && with_notes(type)) return type;
            }
        }
        const CardType usual{.notes = words_ == 0 && !choice ? Type::Label : Type::Body};
        if (fits(usual)) return usual;
        return smaller(usual, choice);
    }

  private:
    // The buttons and the title give way before the words do.
    CardType smaller(const CardType& usual, bool choice) {
        const float least = std::clamp(least_share / ui_.look().text_size, 0.4F, 1.0F);
        CardType type = usual;
        type.rest = least;
        for (const float share : {1.0F, 0.9F, 0.8F, 0.72F, 0.64F, 0.57F, 0.5F, 0.45F, 0.4F, 0.35F, 0.3F}) {
            if (share * ui_.look().text_size < least_words) break;
            type.words_share = share;
            type.in_row = type.bare = false;
            if (fits(type)) break;
            type.in_row = true;
            if (fits(type)) break;
            type.bare = choice;
            if (choice && fits(type)) break;
        }
        for (const float rest : {1.0F, 0.9F, 0.8F, 0.7F, 0.6F, 0.5F}) {
            CardType roomier = type;
            roomier.rest = rest;
            if (rest > least && fits(roomier)) return roomier;
        }
        return type;
    }

    [[nodiscard]] bool fits(const CardType& type) { return needed(ui_, width_, view_, say_, type) <= room_(type.rest); }
    [[nodiscard]] bool with_notes(const CardType& type) {
        const float inner = width_ - 2 * ui_.metrics().gap(card_padding(ui_));
        return needed(ui_, width_, view_, say_, type) + card_notes_height(ui_, inner, view_, type) <= room_(type.rest);
    }

    static constexpr float large_step = 0.125F;
    static constexpr float least_share = 0.9F;  // of the type at 100%
    static constexpr float least_words = 0.6F;  // the same, of the words to say

    Ui& ui_;
    float width_;
    const ChairView& view_;
    const Say& say_;
    const std::function<float(float)>& room_;
    std::size_t words_;
};

}  // namespace

CardType fit_card(Ui& ui, float width, const ChairView& view, const Say& say,
                  const std::function<float(float rest)>& room) {
    return Fitter(ui, width, view, say, room).fit();
}

std::optional<ButtonView> draw_card(Ui& ui, Rect area, const ChairView& view, const Say& say, const Below& below) {
    if (is_hero(view)) return draw_card(ui, area, view, say, CardType{}, below);
    return draw_card(ui, area, view, say, fit_card(ui, area.w, view, say, [&](float) { return area.h; }), below);
}

std::optional<ButtonView> draw_card(Ui& ui, Rect area, const ChairView& view, const Say& say, const CardType& type,
                                    const Below& below) {
    const bool compact = ui.metrics().compact();
    Rect inside = panel(ui, area, Ground::Surface, card_padding(ui));
    if (view.alarm) ui.paint().outline(area, ui.colours().danger_edge, ui.metrics().px(8), ui.metrics().radius());
    if (is_hero(view)) return hero(ui, inside, view, say);
    std::optional<ButtonView> tapped;
    std::vector<Rect> places;
    {
        const SmallerType smaller(ui, type.rest);
        if (!view.buttons.empty()) places = button_places(ui, inside, view, say, type);
    }
    // On a line of its own above the title: it never moves.
    if (!view.trail.empty() && !compact) {
        card_trail(ui, inside.cut_top(trail_height(ui), ui.metrics().gap(Gap::Snug)), view);
    }
    {
        const SmallerType smaller(ui, type.rest);
        const std::string wait = fmt::format("{} {} s", say("Luister nog", "Listen for"), view.answer_wait);
        for (std::size_t i = 0; i < view.buttons.size(); ++i) {
            const std::size_t place = view.first_place + i;
            BigButton button = big(view.buttons[i], place, say, place == 0 && !view.equal);
            if (view.answer_wait > 0) {
                button.enabled = false;
                button.why = wait;
            }
            if (big_button(ui, places[place], button) == Tap::Taken) tapped = view.buttons[i];
        }
        if (view.first_place > 0 && !view.buttons.empty()) {
            const Text hush{.text = say("Wacht op het antwoord.", "Wait for the answer."),
                            .type = Type::Label,
                            .ink = Ink::Soft,
                            .align = Align::Centre,
                            .key = "card.wait"};
            const float high = text_height(ui, hush, places.front().w);
            (void)text(ui, {places.front().x, places.front().centre().y - high / 2, places.front().w, high}, hush);
        }
    }
    const auto way = card_texts(ui, inside, view, say, type, below);
    return tapped ? tapped : way;
}

}  // namespace hamer::ui
