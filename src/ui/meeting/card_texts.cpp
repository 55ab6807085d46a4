#include "ui/meeting/card_texts.h"

#include "ui/meeting/intents.h"
#include "ui/toolkit/widgets/card.h"
#include "ui/toolkit/widgets/scroll.h"
#include "ui/toolkit/widgets/text.h"

#include <algorithm>

namespace hamer::ui {

namespace {

constexpr std::string_view telephone_key = "telephone";
constexpr float least_title = 300;  // of room for the title beside what is counted

bool is_choice(const ChairView& view) {
    return !view.buttons.empty() &&
           std::ranges::all_of(view.buttons, [](const ButtonView& button) { return button.option.has_value(); });
}

void line(Ui& ui, Column& column, const Text& words) {
    (void)text(ui, column.next(text_height(ui, words, column.width())), words);
}

// The title, and at its right what is counted: the time a statement may take, or else the requests.
struct Heading {
    Text title;
    std::string since;
    Counter requests;
    LimitTimer time;
    bool counts = false;
    bool timed = false;
    bool beside = true;  // what is counted stands beside the title, else below it
    float width = 0;     // of what is counted
    float high = 0;
    float title_high = 0;

    Heading(Ui& ui, const ChairView& view, const Say& say, float room);
    Heading(const Heading&) = delete;
    Heading& operator=(const Heading&) = delete;
    // As high as with a counter, so that the words to say always begin at the same place.
    [[nodiscard]] float height(Ui& ui) const {
        return beside ? std::max(title_high, high) : title_high + ui.metrics().gap(Gap::Tight) + high;
    }
};

Heading::Heading(Ui& ui, const ChairView& view, const Say& say, float room)
    : title{.text = view.title, .type = Type::Title, .key = "card.title"},
      since(view.since_request + std::string(say(" geleden", " ago"))),
      requests{.key = "requests",
               .label = say("Verzoek", "Request"),
               .count = view.requests,
               .of = std::max(view.requests_of, view.requests),
               .detail = since},
      time{.key = "limit"},
      counts(view.limit || view.requests > 0),
      timed(view.limit.has_value()) {
    if (view.limit) {
        time.label = view.limit->label;
        time.elapsed = view.limit->elapsed;
        time.limit = view.limit->limit;
        time.share = view.limit->share;
        if (view.limit->over) time.over = view.limit->words;
    }
    width = timed ? limit_timer_width(ui, time) : counts ? counter_width(ui, requests) : 0;
    // Where the window is small a title alone needs no more than its words.
    const float usual = ui.metrics().compact() && !counts ? 0 : counter_height(ui);
    high = std::max(usual, timed ? limit_timer_height(ui, time) : 0);
    beside = !counts || room - width >= ui.metrics().with_type(least_title);
    const float gap = counts ? ui.metrics().gap(Gap::Normal) : 0;
    title_high = text_height(ui, title, beside ? room - width - gap : room);
}

void heading(Ui& ui, Column& column, const ChairView& view, const Say& say) {
    const Heading made(ui, view, say, column.width());
    Rect head = column.next(made.height(ui));
    Rect place;
    if (made.beside) {
        place = head.cut_right(made.width, made.counts ? ui.metrics().gap(Gap::Normal) : 0);
    } else {
        place = head.cut_bottom(made.high, ui.metrics().gap(Gap::Tight));
        place.w = std::min(place.w, made.width);
    }
    (void)text(ui, head, made.title);
    if (made.timed)
        limit_timer(ui, place, made.time);
    else if (made.counts)
        counter(ui, place, made.requests);
}

// The two ways beside each other, equally high, so that only their words differ; in portrait one above the other.
struct Ways {
    std::vector<std::string> keys;
    std::vector<OptionPanel> panels;
    int beside = 1;
    float gap = 0;
    float width = 0;

    Ways(Ui& ui, const ChairView& view, const CardType& type, float room);
    Ways(const Ways&) = delete;
    Ways& operator=(const Ways&) = delete;
    [[nodiscard]] float each(Ui& ui) const {
        float highest = 0;
        for (const OptionPanel& way : panels) highest = std::max(highest, option_panel_height(ui, way, width));
        return highest;
    }
    [[nodiscard]] float height(Ui& ui) const {
        const float rows = beside > 1 ? 1 : static_cast<float>(panels.size());
        return rows * each(ui) + (rows - 1) * ui.metrics().gap(Gap::Tight);
    }
    [[nodiscard]] bool fit(Ui& ui) const {
        return std::ranges::all_of(panels, [&](const OptionPanel& way) { return option_panel_fits(ui, way, width); });
    }
};

Ways::Ways(Ui& ui, const ChairView& view, const CardType& type, float room) {
    keys.reserve(view.buttons.size());
    for (const ButtonView& button : view.buttons) {
        keys.push_back("option." + button.key);
        panels.push_back({.key = keys.back(),
                          .mark = button.option->mark,
                          .title = button.option->title,
                          .say = button.say,
                          .intent = button_intent(button.tone),
                          .type = type.words,
                          .words_share = type.words_share / type.rest,
                          .taps = true});
        if (type.bare) continue;
        panels.back().signs = button.option->signs;
        panels.back().follows = button.option->follows;
    }
    const bool portrait = ui.metrics().portrait();
    gap = portrait ? ui.metrics().gap(Gap::Normal) : ui.metrics().danger_gap();
    beside = portrait ? 1 : static_cast<int>(panels.size());
    width = (room - gap * static_cast<float>(beside - 1)) / static_cast<float>(beside);
}

// The button of the way that was tapped.
std::optional<ButtonView> options(Ui& ui, Column& column, const ChairView& view, const CardType& type) {
    std::optional<ButtonView> tapped;
    const Ways ways(ui, view, type, column.width());
    const float height = ways.each(ui);
    const auto places = ways.beside > 1 ? columns(column.next(height), ways.beside, ways.gap) : std::vector<Rect>();
    for (std::size_t i = 0; i < ways.panels.size(); ++i) {
        const Rect place = places.empty() ? column.next(height) : places[i];
        if (option_panel(ui, place, ways.panels[i]) == Tap::Taken) tapped = view.buttons[i];
    }
    if (!type.bare) return tapped;
    for (const ButtonView& button : view.buttons) {
        std::string words = button.option->mark + ":";
        for (const std::string& sign : button.option->signs) words += " " + sign + ".";
        line(ui, column, {.text = words + " " + button.option->follows, .bullet = true});
    }
    return tapped;
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
        words.push_back({.key = "words",
                         .label = view.after_all ? say("Zeg na afloop:", "Say at the end:") : say("Zeg:", "Say:"),
                         .text = view.say});
    }
    // Whoever calls reads it aloud; nobody in the room should hear it from the chair.
    if (!view.telephone.empty()) {
        words.push_back(
            {.key = "telephone", .label = say("Aan de telefoon:", "On the telephone:"), .text = view.telephone});
    }
    if (!words.empty() || view.afterwards) return;  // while one listens nothing is said
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

// Each below the other, or all beside each other.
int words_beside(Ui& ui, const std::vector<Words>& words) {
    return ui.metrics().portrait() ? 1 : static_cast<int>(std::max<std::size_t>(1, words.size()));
}

float words_width(Ui& ui, const std::vector<Words>& words, float width) {
    return column_width(width, words_beside(ui, words), ui.metrics().gap(Gap::Normal));
}

void words_to_say(Ui& ui, Column& column, const std::vector<Words>& words) {
    if (words.empty()) return;
    const int beside = words_beside(ui, words);
    if (beside == 1) {
        for (const Words& each : words) spoken_words(ui, column.next(words_height(ui, each, column.width())), each);
        return;
    }
    const float width = words_width(ui, words, column.width());
    float height = 0;
    for (const Words& each : words) height = std::max(height, words_height(ui, each, width));
    const auto places = columns(column.next(height), beside, ui.metrics().gap(Gap::Normal));
    for (std::size_t i = 0; i < words.size(); ++i) spoken_words(ui, places[i], words[i]);
}

// What somebody else reads on the telephone is smaller beside what the chair says.
std::vector<Words>& in_type(std::vector<Words>& words, const CardType& type) {
    for (Words& each : words) {
        each.type = words.size() > 1 && each.key == telephone_key ? Type::Body : type.words;
        each.share = type.words_share / type.rest;
    }
    return words;
}

void words_and_notes(Ui& ui, Column& column, const ChairView& view, const Say& say, const CardType& type) {
    Spoken spoken(view, say);
    words_to_say(ui, column, in_type(spoken.words, type));
    if (!spoken.words.empty()) column.skip(ui.metrics().gap(Gap::Snug) - ui.metrics().gap(Gap::Tight));
    for (const std::string& note : view.notes) line(ui, column, {.text = note, .type = type.notes, .bullet = true});
}

}  // namespace

std::size_t words_on_card(const ChairView& view, const Say& say) {
    return is_choice(view) ? 0 : Spoken(view, say).words.size();
}

float card_words_height(Ui& ui, float width, const ChairView& view, const Say& say, const CardType& type) {
    constexpr float endless = 1e6F;
    const SmallerType smaller(ui, type.rest);
    float height = Heading(ui, view, say, width).height(ui);
    if (is_choice(view)) {
        const Ways ways(ui, view, type, width);
        return ways.fit(ui) ? height + ui.metrics().gap(Gap::Snug) + ways.height(ui) : endless;
    }
    Spoken spoken(view, say);
    if (spoken.words.empty()) return height;
    const float each_width = words_width(ui, spoken.words, width);
    float highest = 0;
    float all = 0;
    for (const Words& each : in_type(spoken.words, type)) {
        if (!words_fit(ui, each, each_width)) return endless;
        const float one = words_height(ui, each, each_width);
        highest = std::max(highest, one);
        all += one + (all > 0 ? ui.metrics().gap(Gap::Tight) : 0);
    }
    return height + ui.metrics().gap(Gap::Snug) + (words_beside(ui, spoken.words) > 1 ? highest : all);
}

float card_notes_height(Ui& ui, float width, const ChairView& view, const CardType& type) {
    const SmallerType smaller(ui, type.rest);
    float height = view.notes.empty() ? 0 : ui.metrics().gap(Gap::Snug) - ui.metrics().gap(Gap::Tight);
    for (const std::string& note : view.notes) {
        const Text text{.text = note, .type = type.notes, .bullet = true};
        height += text_height(ui, text, width) + ui.metrics().gap(Gap::Tight);
    }
    return height;
}

std::optional<ButtonView> card_texts(Ui& ui, Rect area, const ChairView& view, const Say& say, const CardType& type,
                                     const Below& below) {
    std::optional<ButtonView> tapped;
    const SmallerType smaller(ui, type.rest);
    Scroll scroll(ui, "card", area);
    const float more = ui.metrics().gap(Gap::Snug) - ui.metrics().gap(Gap::Tight);
    Column column(scroll.content(), ui.metrics().gap(Gap::Tight));
    heading(ui, column, view, say);
    column.skip(more);
    if (is_choice(view)) {
        tapped = options(ui, column, view, type);
        column.skip(more);
        for (const std::string& note : view.notes) line(ui, column, {.text = note, .bullet = true});
    } else {
        words_and_notes(ui, column, view, say, type);
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
    return tapped;
}

void card_trail(Ui& ui, Rect place, const ChairView& view) {
    Trail way{.key = "trail"};
    for (const TrailItemView& item : view.trail) way.steps.push_back({item.label, mark_of(item.progress)});
    way.present = view.source;
    trail(ui, place, way);
}

}  // namespace hamer::ui
