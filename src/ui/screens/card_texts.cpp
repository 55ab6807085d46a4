#include "ui/screens/card_texts.h"

#include "ui/screens/tones.h"
#include "ui/widgets/card.h"
#include "ui/widgets/scroll.h"
#include "ui/widgets/text.h"

#include <algorithm>

namespace hamer::ui {

namespace {

constexpr float least_title = 300;  // of room for the title beside what is counted

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
    const bool counts = view.limit || view.requests > 0;
    const float width = view.limit ? limit_timer_width(ui, time) : counts ? counter_width(ui, requests) : 0;
    const float height = std::max(counter_height(ui), view.limit ? limit_timer_height(ui, time) : 0);
    const float gap = counts ? ui.metrics().gap(Gap::Normal) : 0;
    Rect place;
    if (counts && column.width() - width < ui.metrics().with_type(least_title)) {
        line(ui, column, title);
        Rect below = column.next(height);
        place = below.cut_left(std::min(below.w, width));
    } else {
        // As high as with a counter, so that the words to say always begin at the same place.
        Rect head = column.next(std::max(text_height(ui, title, column.width() - width - gap), height));
        place = head.cut_right(width, gap);
        (void)text(ui, head, title);
    }
    if (view.limit)
        limit_timer(ui, place, time);
    else if (counts)
        counter(ui, place, requests);
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

}  // namespace

void card_texts(Ui& ui, Rect area, const ChairView& view, const Say& say, const Below& below) {
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
        card_trail(ui, column.next(trail_height(ui)), view);
    }
    if (below) {
        column.skip(ui.metrics().gap(Gap::Tight));
        below(column);
    }
    scroll.extent(column.used());
}

void card_trail(Ui& ui, Rect place, const ChairView& view) {
    Trail way{.key = "trail"};
    for (const TrailItemView& item : view.trail) way.steps.push_back({item.label, mark_of(item.progress)});
    way.present = view.source;
    trail(ui, place, way);
}

}  // namespace hamer::ui
