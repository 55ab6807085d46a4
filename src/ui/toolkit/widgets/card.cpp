#include "ui/toolkit/widgets/card.h"

#include <cmath>

namespace hamer::ui {
namespace {

constexpr float words_leading = 1.0F;  // Open Sans brings 1.36 em by itself

float words_bar(Ui& ui) { return ui.metrics().px(6); }

TextBlock words_block(Ui& ui, const Words& words, float width) {
    const float room = width - 2 * ui.metrics().gap(Gap::Wide) - words_bar(ui);
    const SmallerType smaller(ui, words.share);
    return lay_out(ui.fonts(), words.type, words.text, room, Breaking::Spoken, words_leading);
}

float words_head(Ui& ui, const Words& words) {
    return words.label.empty() ? 0 : ui.fonts().face(Type::Strong).line + ui.metrics().gap(Gap::Hair);
}

}  // namespace

float words_height(Ui& ui, const Words& words, float width) {
    return std::ceil(words_block(ui, words, width).height + words_head(ui, words) + 2 * ui.metrics().gap(Gap::Normal));
}

bool words_fit(Ui& ui, const Words& words, float width) { return !words_block(ui, words, width).word_broken; }

void spoken_words(Ui& ui, Rect rect, const Words& words) {
    const Palette& c = ui.colours();
    const Metrics& m = ui.metrics();
    ui.paint().fill(rect, c.words.ground, m.radius());
    ui.paint().outline(rect, c.line, std::max(1.0F, m.px(1)), m.radius());
    ui.paint().fill(
        {rect.x + m.gap(Gap::Snug), rect.y + m.gap(Gap::Normal), words_bar(ui), rect.h - 2 * m.gap(Gap::Normal)},
        c.accent_edge, words_bar(ui) / 2);
    const TextBlock block = words_block(ui, words, rect.w);
    const float head = words_head(ui, words);
    const float left = rect.x + m.gap(Gap::Wide) + words_bar(ui);
    float y = rect.y + m.gap(Gap::Normal);  // where two stand side by side, their first lines are on one height
    if (head > 0) {
        text(ui, {left, y, rect.w - m.gap(Gap::Vast), head},
             {.text = words.label, .type = Type::Strong, .ink = Ink::Accent, .icon = Icon::Speak});
        y += head;
    }
    const Rect place{left, y, block.width, block.height};
    ui.paint().text(place, block, c.words.ink);
    ShownWidget& seen = ui.record({.key = std::string(words.key), .kind = Kind::Words, .rect = place});
    seen.label = shown(words.text);
    seen.ink = c.words.ink;
    seen.ground = c.words.ground;
    seen.contrast_asked = 10;
    seen.text_fits = !block.word_broken && rect.holds(place);
}

namespace {

struct BannerParts {
    QuietButton button;
    std::string key;
    float button_width = 0;
    float button_height = 0;
    bool below = false;  // the button stands under the text
    TextBlock text;
    float height = 0;
};

BannerParts banner_parts(Ui& ui, const Banner& banner, float width) {
    const Metrics& m = ui.metrics();
    BannerParts parts;
    parts.key = std::string(banner.key) + ".do";
    const float inner = width - 2 * m.gap(Gap::Snug);
    const float icon = m.with_type(34);
    float room = inner - icon;
    if (!banner.button.empty()) {
        parts.button = {.key = parts.key, .label = banner.button, .shortcut = banner.shortcut};
        parts.button.enabled = banner.why.empty();
        parts.button.why = banner.why;
        parts.button.hold_ms = banner.hold_ms;
        parts.button.hold_hint = banner.hold_hint;
        parts.button_width = std::min(inner, quiet_button_width(ui, parts.button));
        parts.button_height = quiet_button_height(ui, parts.button, parts.button_width);
        parts.below = parts.button_width > inner * 0.36F;  // the words keep most of the width
        if (!parts.below) room -= parts.button_width + m.gap(Gap::Normal);
    }
    parts.text = lay_out(ui.fonts(), Type::Strong, banner.text, room, Breaking::Full, 0.94F);
    parts.height = parts.text.height;
    if (parts.below)
        parts.height += m.gap(Gap::Tight) + parts.button_height;
    else
        parts.height = std::max(parts.height, parts.button_height);
    return parts;
}

}  // namespace

float banner_height(Ui& ui, const Banner& banner, float width) {
    return std::ceil(banner_parts(ui, banner, width).height + 2 * ui.metrics().gap(Gap::Tight));
}

Tap banner(Ui& ui, Rect rect, const Banner& banner) {
    const Palette& c = ui.colours();
    const Metrics& m = ui.metrics();
    // The standing red line is filled: it is the loudest thing on the screen.
    const Pair pair = banner.intent == Intent::Danger ? c.danger : soft(c, banner.intent);
    ui.paint().fill(rect, pair.ground, m.small_radius());
    ui.paint().outline(rect, edge(c, banner.intent), m.px(2), m.small_radius());
    BannerParts parts = banner_parts(ui, banner, rect.w);
    parts.button.key = parts.key;
    Rect inner = rect.inset(m.gap(Gap::Snug), m.gap(Gap::Tight));
    Rect button_place{};
    if (parts.below) {
        button_place = inner.cut_bottom(parts.button_height, m.gap(Gap::Tight));
        button_place.x += m.with_type(34);
        button_place.w = std::min(button_place.w - m.with_type(34), parts.button_width);
    } else if (!banner.button.empty()) {
        button_place = inner.cut_right(parts.button_width, m.gap(Gap::Normal));
    }
    const Rect words{inner.x + m.with_type(34), inner.centre().y - parts.text.height / 2, parts.text.width,
                     parts.text.height};
    ui.paint().icon({inner.x + m.with_type(12), words.y + parts.text.face.line / 2}, banner.icon, pair.ink);
    ui.paint().text(words, parts.text, pair.ink);
    ShownWidget& seen = ui.record({.key = std::string(banner.key), .kind = Kind::Text, .rect = words});
    seen.label = shown(banner.text);
    seen.ink = pair.ink;
    seen.ground = pair.ground;
    seen.contrast_asked = 7;
    seen.text_fits = !parts.text.word_broken && rect.holds(words);
    return banner.button.empty() ? Tap::None : quiet_button(ui, button_place, parts.button);
}

SidePanel::SidePanel(Ui& ui, std::string_view key, Rect rect, std::string_view title, std::string_view close_label) {
    const Metrics& m = ui.metrics();
    content_ = panel(ui, rect, Ground::Surface, Gap::Normal);
    const std::string close_key = std::string(key) + ".close";
    const QuietButton close{
        .key = close_key, .label = close_label, .icon = Icon::Close, .bare = true, .guarded = false};
    const float close_width = quiet_button_width(ui, close);
    Rect head = content_.cut_top(quiet_button_height(ui, close, close_width), m.gap(Gap::Tight));
    const Rect close_place = head.cut_right(close_width, m.gap(Gap::Tight));
    const Text words{.text = title, .type = Type::Label};
    const float high = text_height(ui, words, head.w);
    if (high > head.h) content_.cut_top(high - head.h);
    text(ui, {head.x, head.y + std::max(0.0F, (head.h - high) / 2), head.w, high}, words);
    closed_ = quiet_button(ui, close_place, close) == Tap::Taken || ui.take(Key::Escape);
}

}  // namespace hamer::ui
