#include "ui/meeting/follow_parts.h"

#include "ui/meeting/intents.h"
#include "ui/toolkit/widgets/card.h"
#include "ui/toolkit/widgets/text.h"

#include <algorithm>
#include <cmath>

namespace hamer::ui {

namespace {

std::string_view mark_words(const Say& say) { return say("MEEKIJKEN · alleen lezen", "FOLLOWING · read only"); }

float mark_icon(Ui& ui) { return ui.metrics().with_type(30); }

// One choice: its digit and words in a thin outline, and above it what tells it from the others.
struct Choice {
    std::string digit;
    TextBlock label;
    OptionPanel option;
    Words spoken;
    std::string keys[3];
    float above = 0;
    float box = 0;
};

float digit_room(Ui& ui) { return ui.metrics().with_type(26); }

Choice choice_of(Ui& ui, const ButtonView& view, std::size_t place, float width, const Say& say) {
    const Metrics& m = ui.metrics();
    Choice choice;
    choice.digit = std::to_string(view.place + 1);  // as on the chair's screen
    choice.keys[0] = "choice." + std::to_string(place + 1);
    choice.keys[1] = choice.keys[0] + ".option";
    choice.keys[2] = choice.keys[0] + ".words";
    const float room = width - 2 * m.gap(Gap::Snug) - digit_room(ui);
    choice.label = lay_out(ui.fonts(), Type::Strong, view.label, room, Breaking::Full, 0.96F);
    choice.box = std::ceil(choice.label.height + 2 * m.gap(Gap::Tight));
    if (view.option) {
        choice.option = {.mark = view.option->mark,
                         .title = view.option->title,
                         .signs = view.option->signs,
                         .say = view.say,
                         .follows = view.option->follows,
                         .intent = button_intent(view.tone)};
        choice.above = option_panel_height(ui, choice.option, width);
    } else if (!view.say.empty()) {
        choice.spoken = {.label = say("Zeg daarbij:", "Say with it:"), .text = view.say};
        choice.above = words_height(ui, choice.spoken, width);
    }
    if (choice.above > 0) choice.above += m.gap(Gap::Hair);
    return choice;
}

void draw_choice(Ui& ui, Rect rect, const ButtonView& view, Choice choice) {
    const Palette& c = ui.colours();
    const Metrics& m = ui.metrics();
    if (choice.above > 0) {
        Rect above = rect.cut_top(choice.above);
        above.h -= m.gap(Gap::Hair);
        choice.option.key = choice.keys[1];
        choice.spoken.key = choice.keys[2];
        if (view.option)
            option_panel(ui, above, choice.option);
        else
            spoken_words(ui, above, choice.spoken);
    }
    const Rect box = rect.cut_top(choice.box);
    ui.paint().outline(box, c.line, std::max(1.0F, m.px(1)));
    const TextBlock digit = lay_out(ui.fonts(), Type::Strong, choice.digit, digit_room(ui));
    const float x = box.x + m.gap(Gap::Snug);
    ui.paint().text({x, box.y + m.gap(Gap::Tight), digit_room(ui), digit.height}, digit, c.ink_soft);
    const Rect words{x + digit_room(ui), box.y + m.gap(Gap::Tight), choice.label.width, choice.label.height};
    ui.paint().text(words, choice.label, c.ink);
    ShownWidget& seen = ui.record({.key = choice.keys[0], .kind = Kind::Text, .rect = box});
    seen.label = choice.digit + " " + shown(view.label);
    seen.ink = c.ink_soft;
    seen.ground = ui.paint().ground_at(box.centre());
    seen.contrast_asked = 7;
    seen.text_fits = !choice.label.word_broken && words.right() <= box.right() + 1;
}

// Side by side where that is wide enough for their words, else below each other.
int beside(Ui& ui, const std::vector<ButtonView>& views, float width) {
    const bool wordy =
        std::ranges::any_of(views, [](const ButtonView& each) { return each.option || !each.say.empty(); });
    const float least = ui.metrics().with_type(wordy ? 380 : 200);
    const int count = static_cast<int>(views.size());
    const float each =
        (width - ui.metrics().gap(Gap::Snug) * static_cast<float>(count - 1)) / static_cast<float>(count);
    return each >= least ? count : 1;
}

Text choices_title(const Say& say) {
    return {.text = say("De voorzitter kan nu kiezen:", "The chair can choose now:"),
            .type = Type::Small,
            .ink = Ink::Soft,
            .key = "choices"};
}

Rect cell(Rect row, int per_row, std::size_t place, float gap) {
    return columns(row, per_row, gap)[place % static_cast<std::size_t>(per_row)];
}

// In a row all boxes are as high as the highest, and so is what stands above them.
struct RowHeights {
    float above = 0;
    float box = 0;
    [[nodiscard]] float all() const { return above + box; }
};

RowHeights row_heights(Ui& ui, const std::vector<ButtonView>& views, std::size_t from, int per_row, float width,
                       const Say& say) {
    RowHeights heights;
    const float each = cell({0, 0, width, 0}, per_row, from, ui.metrics().gap(Gap::Snug)).w;
    for (std::size_t i = from; i < views.size() && i < from + static_cast<std::size_t>(per_row); ++i) {
        const Choice choice = choice_of(ui, views[i], i, each, say);
        heights.above = std::max(heights.above, choice.above);
        heights.box = std::max(heights.box, choice.box);
    }
    return heights;
}

}  // namespace

float follow_mark_width(Ui& ui, const Say& say) {
    return std::ceil(text_width(ui.fonts(), Type::Strong, mark_words(say)) + mark_icon(ui) +
                     2 * ui.metrics().gap(Gap::Normal) + 1);
}

void follow_mark(Ui& ui, Rect rect, const Say& say) {
    const Rect inside = panel(ui, rect, Ground::Accent, Gap::Hair);
    text_line(ui, inside.inset(ui.metrics().gap(Gap::Normal) - ui.metrics().gap(Gap::Hair), 0),
              {.text = mark_words(say), .type = Type::Strong, .icon = Icon::Eye, .key = "follow"});
}

float choices_height(Ui& ui, const std::vector<ButtonView>& views, float width, const Say& say) {
    const float gap = ui.metrics().gap(Gap::Snug);
    const int per_row = beside(ui, views, width);
    float height = text_height(ui, choices_title(say), width);
    for (std::size_t i = 0; i < views.size(); i += static_cast<std::size_t>(per_row)) {
        const float row = row_heights(ui, views, i, per_row, width, say).all();
        height += (i == 0 ? ui.metrics().gap(Gap::Hair) : gap) + row;
    }
    return height;
}

void choices(Ui& ui, Rect rect, const std::vector<ButtonView>& views, const Say& say) {
    const float gap = ui.metrics().gap(Gap::Snug);
    const Text title = choices_title(say);
    (void)text(ui, rect.cut_top(text_height(ui, title, rect.w), ui.metrics().gap(Gap::Hair)), title);
    const int per_row = beside(ui, views, rect.w);
    for (std::size_t i = 0; i < views.size(); i += static_cast<std::size_t>(per_row)) {
        const RowHeights heights = row_heights(ui, views, i, per_row, rect.w, say);
        const Rect row = rect.cut_top(heights.all(), gap);
        for (std::size_t j = i; j < views.size() && j < i + static_cast<std::size_t>(per_row); ++j) {
            Rect place = cell(row, per_row, j, gap);
            Choice choice = choice_of(ui, views[j], j, place.w, say);
            choice.box = heights.box;
            if (choice.above > 0)
                choice.above = heights.above;
            else
                place.cut_top(heights.above);
            draw_choice(ui, place, views[j], choice);
        }
    }
}

namespace {

Text phone_label(const PhoneView& phone) { return {.text = phone.label, .type = Type::Small, .ink = Ink::Soft}; }
Text phone_number(const PhoneView& phone) {
    return {.text = phone.number, .type = Type::Title, .icon = Icon::Phone, .key = phone.key};
}

float phone_height(Ui& ui, const PhoneView& phone, float width) {
    return text_height(ui, phone_label(phone), width) + text_height(ui, phone_number(phone), width);
}

bool fits(Ui& ui, const PhoneView& phone, float width) {
    const float icon = ui.metrics().with_type(30);
    return text_width(ui.fonts(), Type::Title, phone.number) + icon <= width &&
           text_width(ui.fonts(), Type::Small, phone.label) <= width;
}

// The narrow one first: an emergency number is short.
std::vector<Rect> phone_places(Ui& ui, Rect row, const std::vector<PhoneView>& phones) {
    const float gap = ui.metrics().gap(Gap::Normal);
    if (phones.size() != 2) return columns(row, std::max(1, static_cast<int>(phones.size())), gap);
    std::vector<Rect> places{row.cut_left(row.w * 0.38F, gap), row};
    return places;
}

bool side_by_side(Ui& ui, const std::vector<PhoneView>& phones, float width) {
    const auto places = phone_places(ui, {0, 0, width, 0}, phones);
    for (std::size_t i = 0; i < phones.size(); ++i) {
        if (!fits(ui, phones[i], places[i].w)) return false;
    }
    return true;
}

std::string in_the_building(const FollowView& view) {
    std::string text;
    for (const PhoneView& each : view.extensions) {
        text += (text.empty() ? "" : "  ·  ") + each.label + ": " + each.number;
    }
    return text;
}

}  // namespace

float phones_height(Ui& ui, const FollowView& view, float width) {
    const float gap = ui.metrics().gap(Gap::Tight);
    float height = 0;
    const bool row = side_by_side(ui, view.phones, width);
    for (const PhoneView& each : view.phones) {
        const float one = phone_height(ui, each, width);
        height = row ? std::max(height, one) : height + one + (height > 0 ? gap : 0);
    }
    const std::string others = in_the_building(view);
    if (others.empty()) return height;
    return height + gap + text_height(ui, {.text = others, .type = Type::Body}, width);
}

void phones(Ui& ui, Rect rect, const FollowView& view) {
    const float gap = ui.metrics().gap(Gap::Tight);
    const bool row = side_by_side(ui, view.phones, rect.w);
    float high = 0;
    for (const PhoneView& each : view.phones) high = std::max(high, phone_height(ui, each, rect.w));
    const auto places = row ? phone_places(ui, rect.cut_top(high, gap), view.phones) : std::vector<Rect>();
    for (std::size_t i = 0; i < view.phones.size(); ++i) {
        const PhoneView& phone = view.phones[i];
        Rect place = row ? places[i] : rect.cut_top(phone_height(ui, phone, rect.w), gap);
        const Text label = phone_label(phone);
        (void)text(ui, place.cut_top(text_height(ui, label, place.w)), label);
        (void)text(ui, place, phone_number(phone));
    }
    const std::string others = in_the_building(view);
    if (!others.empty()) (void)text(ui, rect, {.text = others, .type = Type::Body, .key = "phone.inside"});
}

}  // namespace hamer::ui
