#include "ui/screens/card_area.h"

#include "ui/screens/tones.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/scroll.h"
#include "ui/widgets/text.h"

#include <algorithm>

namespace hamer::ui {

namespace {

BigButton big(const ButtonView& view, std::size_t place) {
    return {.key = view.key,
            .label = view.label,
            .tone = button_tone(view.tone),
            .filled = place == 0,
            .shortcut = static_cast<char>('1' + static_cast<char>(place)),
            .enabled = view.enabled,
            .why = view.why};
}

void line(Ui& ui, Column& column, std::string_view words, Icon icon, Type type = Type::Body, Ink ink = Ink::Normal) {
    const Text note{.text = words, .type = type, .ink = ink, .icon = icon};
    (void)text(ui, column.next(text_height(ui, note, column.width())), note);
}

void heading(Ui& ui, Column& column, const ChairView& view, const Say& say) {
    const Text title{.text = view.title, .type = Type::Title, .key = "card.title"};
    if (view.requests == 0) {
        (void)text(ui, column.next(text_height(ui, title, column.width())), title);
        return;
    }
    const Counter requests{
        .key = "requests", .label = say("Verzoek", "Request"), .count = view.requests, .detail = view.since_request};
    const float width = counter_width(ui, requests);
    const float gap = ui.metrics().gap(Gap::Normal);
    const float height = std::max(text_height(ui, title, column.width() - width - gap), counter_height(ui));
    Rect head = column.next(height);
    counter(ui, head.cut_right(width, gap), requests);
    (void)text(ui, head, title);
}

// One panel of words for the card; or, where each button has words of its own, one for each of them beside the others.
void words_to_say(Ui& ui, Column& column, const ChairView& view, const Say& say) {
    if (!view.say.empty()) {
        const Words words{.key = "words", .label = say("Zeg:", "Say:"), .text = view.say};
        spoken_words(ui, column.next(words_height(ui, words, column.width())), words);
        return;
    }
    std::vector<Words> each;
    std::vector<std::string> keys;
    keys.reserve(view.buttons.size());
    for (const ButtonView& button : view.buttons) {
        if (button.say.empty()) continue;
        keys.push_back("words." + button.key);
        each.push_back({.key = keys.back(), .label = button.label, .text = button.say});
    }
    if (each.empty()) return;
    const float gap = ui.metrics().gap(Gap::Normal);
    const int count = ui.metrics().portrait() ? 1 : static_cast<int>(each.size());
    const float width = (column.width() - gap * static_cast<float>(count - 1)) / static_cast<float>(count);
    float height = 0;
    for (const Words& words : each) height = std::max(height, words_height(ui, words, width));
    if (count == 1) {
        for (const Words& words : each) spoken_words(ui, column.next(words_height(ui, words, width)), words);
        return;
    }
    const auto places = columns(column.next(height), count, gap);
    for (std::size_t i = 0; i < each.size(); ++i) spoken_words(ui, places[i], each[i]);
}

void texts(Ui& ui, Rect area, const ChairView& view, const Say& say) {
    Scroll scroll(ui, "card", area);
    Column column(scroll.content(), ui.metrics().gap(Gap::Snug));
    heading(ui, column, view, say);
    words_to_say(ui, column, view, say);
    for (const std::string& note : view.notes) line(ui, column, note, Icon::Right);
    for (const std::string& record : view.records) line(ui, column, record, Icon::Page, Type::Strong);
    if (!view.records.empty()) {
        const std::string place = std::string(say("In het register: ", "In the register: ")) + view.register_place;
        line(ui, column, place, Icon::Folder, Type::Body, Ink::Soft);
    }
    if (!view.source.empty()) line(ui, column, view.source, Icon::None, Type::Small, Ink::Soft);
    scroll.extent(column.used());
}

// While nothing is wrong: one large button, and above it how things are.
std::optional<ButtonView> hero(Ui& ui, Rect area, const ChairView& view) {
    const Text title{.text = view.title, .type = Type::Title, .align = Align::Centre, .key = "card.title"};
    (void)text(ui, area.cut_top(text_height(ui, title, area.w), ui.metrics().gap(Gap::Wide)), title);
    BigButton button = big(view.buttons.front(), 0);
    button.type = Type::Display;
    if (big_button(ui, area.inset(area.w * 0.06F, area.h * 0.06F), button) != Tap::Taken) return std::nullopt;
    return view.buttons.front();
}

}  // namespace

std::optional<ButtonView> draw_card(Ui& ui, Rect area, const ChairView& view, const Say& say) {
    const Metrics& metrics = ui.metrics();
    const float gap = metrics.gap(Gap::Normal);
    Rect inside = panel(ui, area);
    if (view.hero && view.buttons.size() == 1) return hero(ui, inside, view);

    std::vector<ButtonView> buttons = view.buttons;
    if (view.at_rest) {
        ButtonView next;
        next.key = put_away_key;
        next.label = say("Nieuwe vergadering", "New meeting");
        next.tone = hamer::Tone::Primary;
        buttons.push_back(std::move(next));
    }
    if (buttons.empty()) {
        texts(ui, inside, view, say);
        return std::nullopt;
    }
    // Below each other when the window is high, side by side when it is wide; always at the card's lower edge.
    const int count = static_cast<int>(buttons.size());
    const auto gaps = gap * static_cast<float>(count - 1);
    const float width = metrics.portrait() ? inside.w : (inside.w - gaps) / static_cast<float>(count);
    float height = metrics.main_button();
    for (std::size_t i = 0; i < buttons.size(); ++i) {
        height = std::max(height, big_button_height(ui, big(buttons[i], i), width));
    }
    const Rect row = inside.cut_bottom(metrics.portrait() ? height * static_cast<float>(count) + gaps : height, gap);
    const auto places = metrics.portrait() ? rows(row, count, gap) : columns(row, count, gap);
    texts(ui, inside, view, say);
    std::optional<ButtonView> tapped;
    for (std::size_t i = 0; i < buttons.size(); ++i) {
        if (big_button(ui, places[i], big(buttons[i], i)) == Tap::Taken) tapped = buttons[i];
    }
    return tapped;
}

}  // namespace hamer::ui
