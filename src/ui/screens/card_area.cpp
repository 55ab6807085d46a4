#include "ui/screens/card_area.h"

#include "ui/screens/quiet_parts.h"
#include "ui/screens/tones.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/scroll.h"
#include "ui/widgets/text.h"

#include <algorithm>

namespace hamer::ui {

namespace {

constexpr float least_title = 300;  // of room for the title beside what is counted

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
            .hold_hint = say("Houd deze knop ingedrukt.", "Press and hold this button.")};
}

bool is_choice(const ChairView& view) {
    return !view.buttons.empty() &&
           std::ranges::all_of(view.buttons, [](const ButtonView& button) { return button.option.has_value(); });
}

void line(Ui& ui, Column& column, const Text& words) {
    (void)text(ui, column.next(text_height(ui, words, column.width())), words);
}

// The title, and at its right what is counted: the time a statement may take, or else the requests.
void heading(Ui& ui, Column& column, const ChairView& view, const Say& say) {
    const Text title{.text = view.title, .type = Type::Title, .key = "card.title"};
    const std::string since = view.since_request + std::string(say(" geleden", " ago"));
    const Counter requests{
        .key = "requests", .label = say("Verzoek", "Request"), .count = view.requests, .detail = since};
    LimitTimer time{.key = "limit"};
    if (view.limit) {
        time.label = view.limit->label;
        time.elapsed = view.limit->elapsed;
        time.limit = view.limit->limit;
        time.share = view.limit->share;
        if (view.limit->over) time.over = view.limit->words;
    }
    const float width = view.limit ? limit_timer_width(ui, time) : view.requests > 0 ? counter_width(ui, requests) : 0;
    const float gap = width > 0 ? ui.metrics().gap(Gap::Normal) : 0;
    if (width > 0 && column.width() - width < ui.metrics().with_type(least_title)) {
        line(ui, column, title);
        const float height = view.limit ? limit_timer_height(ui, time) : counter_height(ui);
        Rect below = column.next(height);
        below.w = std::min(below.w, width);
        if (view.limit)
            limit_timer(ui, below, time);
        else
            counter(ui, below, requests);
        return;
    }
    // As high as with a counter, so that the words to say always begin at the same place.
    const float counted = std::max(counter_height(ui), view.limit ? limit_timer_height(ui, time) : 0);
    Rect head = column.next(std::max(text_height(ui, title, column.width() - width - gap), counted));
    const Rect place = head.cut_right(width, gap);
    if (view.limit)
        limit_timer(ui, place, time);
    else if (view.requests > 0)
        counter(ui, place, requests);
    (void)text(ui, head, title);
}

// The two ways beside each other, equally high, so that only their words differ.
void options(Ui& ui, Column& column, const ChairView& view) {
    std::vector<std::string> keys;
    keys.reserve(view.buttons.size());
    std::vector<OptionPanel> ways;
    for (const ButtonView& button : view.buttons) {
        keys.push_back("option." + button.key);
        ways.push_back({.key = keys.back(),
                        .mark = button.option->mark,
                        .title = button.option->title,
                        .signs = button.option->signs,
                        .say = button.say,
                        .follows = button.option->follows,
                        .tone = button_tone(button.tone)});
    }
    const float gap = ui.metrics().portrait() ? ui.metrics().gap(Gap::Normal) : ui.metrics().danger_gap();
    const int beside = ui.metrics().portrait() || ui.metrics().compact() ? 1 : static_cast<int>(ways.size());
    const float width = (column.width() - gap * static_cast<float>(beside - 1)) / static_cast<float>(beside);
    const auto height_with = [&](Type type) {
        float highest = 0;
        for (OptionPanel& way : ways) {
            way.type = type;
            highest = std::max(highest, option_panel_height(ui, way, width));
        }
        return highest;
    };
    const auto rows = static_cast<float>(beside > 1 ? 1 : ways.size());
    float height = height_with(Type::WordsLarge);
    if (rows * (height + gap) > column.left()) height = height_with(Type::Words);
    const auto places = beside > 1 ? columns(column.next(height), beside, gap) : std::vector<Rect>();
    for (std::size_t i = 0; i < ways.size(); ++i) {
        option_panel(ui, places.empty() ? column.next(height) : places[i], ways[i]);
    }
}

// The nine items with the present one.
void progress(Ui& ui, Rect place, const ChairView& view) {
    Trail way{.key = "trail"};
    for (const TrailItemView& item : view.trail) way.steps.push_back({item.label, mark_of(item.progress)});
    way.present = view.source;
    trail(ui, place, way);
}

// One panel of words for the card; or, where each button has words of its own, one for each of them.
struct Spoken {
    Spoken(const ChairView& view, const Say& say);
    Spoken(const Spoken&) = delete;
    Spoken& operator=(const Spoken&) = delete;

    std::vector<std::string> keys;
    std::string only;
    std::vector<Words> words;
};

Spoken::Spoken(const ChairView& view, const Say& say) {
    if (!view.say.empty()) {
        words.push_back({.key = "words", .label = say("Zeg:", "Say:"), .text = view.say});
        return;
    }
    keys.reserve(view.buttons.size());
    for (const ButtonView& button : view.buttons) {
        if (button.say.empty()) continue;
        keys.push_back("words." + button.key);
        words.push_back({.key = keys.back(), .label = button.label, .text = button.say});
    }
    if (words.size() != 1) return;
    // Alone it might be taken for the card's own words.
    only = std::string(say("Zeg bij: ", "Say with: ")) + std::string(words.front().label);
    words.front().label = only;
}

void words_to_say(Ui& ui, Column& column, const std::vector<Words>& words) {
    if (words.empty()) return;
    const int beside = ui.metrics().portrait() ? 1 : static_cast<int>(words.size());
    if (beside == 1) {
        for (const Words& each : words) spoken_words(ui, column.next(words_height(ui, each, column.width())), each);
        return;
    }
    const float gap = ui.metrics().gap(Gap::Normal);
    const float width = columns({0, 0, column.width(), 0}, beside, gap).front().w;
    float height = 0;
    for (const Words& each : words) height = std::max(height, words_height(ui, each, width));
    const auto places = columns(column.next(height), beside, gap);
    for (std::size_t i = 0; i < words.size(); ++i) spoken_words(ui, places[i], words[i]);
}

float notes_height(Ui& ui, const ChairView& view, float width, Type type) {
    float height = 0;
    for (const std::string& note : view.notes) {
        height += text_height(ui, {.text = note, .type = type, .bullet = true}, width) + ui.metrics().gap(Gap::Tight);
    }
    return height;
}

// The chair reads them from two metres: they are as large as leaves nothing to scroll.
void words_and_notes(Ui& ui, Column& column, const ChairView& view, const Say& say) {
    Spoken spoken(view, say);
    const float more = ui.metrics().gap(Gap::Snug);
    Type notes = Type::Label;
    if (spoken.words.size() == 1) {
        notes = Type::Body;
        const auto fits = [&](Type words, Type beside) {
            spoken.words.front().type = words;
            return words_height(ui, spoken.words.front(), column.width()) + more +
                       notes_height(ui, view, column.width(), beside) <=
                   column.left();
        };
        if (fits(Type::WordsLarge, Type::Note))
            notes = Type::Note;
        else if (!fits(Type::WordsLarge, Type::Body))
            spoken.words.front().type = Type::Words;
    } else if (!spoken.words.empty()) {
        notes = Type::Body;
    }
    words_to_say(ui, column, spoken.words);
    if (!spoken.words.empty()) column.skip(more - ui.metrics().gap(Gap::Tight));
    for (const std::string& note : view.notes) line(ui, column, {.text = note, .type = notes, .bullet = true});
}

void texts(Ui& ui, Rect area, const ChairView& view, const Say& say, const Below& below) {
    Scroll scroll(ui, "card", area);
    const float more = ui.metrics().gap(Gap::Snug) - ui.metrics().gap(Gap::Tight);
    Column column(scroll.content(), ui.metrics().gap(Gap::Tight));
    heading(ui, column, view, say);
    column.skip(more);
    if (is_choice(view)) {
        options(ui, column, view);
        column.skip(more);
        for (const std::string& note : view.notes) line(ui, column, {.text = note, .bullet = true});
    } else {
        words_and_notes(ui, column, view, say);
    }
    if (!view.records.empty()) column.skip(more);
    for (const std::string& record : view.records) {
        line(ui, column, {.text = record, .type = Type::Strong, .icon = Icon::Page});
    }
    if (!view.records.empty()) {
        const std::string place = std::string(say("In het register: ", "In the register: ")) + view.register_place;
        line(ui, column, {.text = place, .ink = Ink::Soft, .icon = Icon::Folder});
    }
    // The article is for afterwards: where the window is small it gives way, rather than that anything is scrolled.
    const Text source{.text = view.source, .type = Type::Small, .ink = Ink::Soft, .key = "card.source"};
    const float needed = text_height(ui, source, column.width());
    // With a trail it stands there.
    if (view.trail.empty() && !view.source.empty() && column.left() >= needed) line(ui, column, source);
    if (ui.metrics().compact() && !view.trail.empty()) {
        column.skip(ui.metrics().gap(Gap::Tight));
        progress(ui, column.next(trail_height(ui)), view);
    }
    if (below) {
        column.skip(ui.metrics().gap(Gap::Tight));
        below(column);
    }
    scroll.extent(column.used());
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
        progress(ui, inside.cut_top(trail_height(ui), ui.metrics().gap(Gap::Snug)), view);
    }
    std::optional<ButtonView> tapped;
    for (std::size_t i = 0; i < view.buttons.size(); ++i) {
        if (big_button(ui, places[i], big(view.buttons[i], i, say)) == Tap::Taken) tapped = view.buttons[i];
    }
    texts(ui, inside, view, say, below);
    return tapped;
}

}  // namespace hamer::ui
