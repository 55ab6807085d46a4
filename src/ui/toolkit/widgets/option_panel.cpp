#include "ui/toolkit/widgets/card.h"

#include <algorithm>
#include <cmath>

namespace hamer::ui {
namespace {

constexpr float words_leading = 0.92F;  // two stand side by side, and both are to be seen whole

float badge_size(Ui& ui) { return ui.metrics().with_type(38); }
float mark_room(Ui& ui) { return ui.metrics().with_type(24); }
float bar_width(Ui& ui) { return ui.metrics().px(6); }

struct OptionParts {
    TextBlock title;
    TextBlock words;
    TextBlock follows;
    float pad = 0;
    float head = 0;
    float signs = 0;  // height of their rows; 0: they stand at the right of the title
    float height = 0;
    bool broken = false;
};

std::vector<float> sign_widths(Ui& ui, const OptionPanel& panel) {
    std::vector<float> widths;
    for (const std::string& sign : panel.signs) {
        widths.push_back(mark_room(ui) + text_width(ui.fonts(), Type::Strong, sign));
    }
    return widths;
}

float signs_width(Ui& ui, const OptionPanel& panel) {
    float width = 0;
    for (const float each : sign_widths(ui, panel)) width += each + ui.metrics().gap(Gap::Tight);
    return width;
}

float sign_line(Ui& ui) { return ui.fonts().face(Type::Strong).line; }

OptionParts parts_of(Ui& ui, const OptionPanel& panel, float width) {
    const Metrics& m = ui.metrics();
    OptionParts parts;
    parts.pad = m.gap(Gap::Normal);
    const float inner = width - 2 * parts.pad;
    parts.title = lay_out(ui.fonts(), Type::Label, panel.title, inner - badge_size(ui) - m.gap(Gap::Snug),
                          Breaking::Balanced, 0.9F);
    parts.head = std::max(parts.title.height, badge_size(ui));
    parts.height = m.gap(Gap::Snug) + parts.head + m.gap(Gap::Tight);
    const float title = badge_size(ui) + m.gap(Gap::Snug) + parts.title.width + m.gap(Gap::Wide);
    if (title + signs_width(ui, panel) > inner) {
        parts.signs = flow_height(inner, sign_line(ui), m.gap(Gap::Tight), sign_widths(ui, panel));
        parts.height += parts.signs + m.gap(Gap::Snug);
    }
    {
        const SmallerType smaller(ui, panel.words_share);
        const float room = inner - bar_width(ui) - m.gap(Gap::Snug);
        parts.words = lay_out(ui.fonts(), panel.type, panel.say, room, Breaking::Spoken, words_leading);
    }
    parts.height += parts.words.height + m.gap(Gap::Tight);
    parts.follows = lay_out(ui.fonts(), Type::Body, panel.follows, inner - mark_room(ui), Breaking::Full, 0.94F);
    if (panel.follows.empty()) parts.follows.height = 0;
    parts.height += parts.follows.height + m.gap(Gap::Snug);
    parts.broken = parts.title.word_broken || parts.words.word_broken || parts.follows.word_broken;
    return parts;
}

void draw_head(Ui& ui, Rect head, const OptionPanel& panel, const OptionParts& parts, Pair badge) {
    const float size = badge_size(ui);
    const float y = head.centre().y;
    ui.paint().circle({head.x + size / 2, y}, size / 2, badge.ground);
    const TextBlock letter = lay_out(ui.fonts(), Type::Label, panel.mark, size);
    ui.paint().text({head.x, y - letter.height / 2, size, letter.height}, letter, badge.ink, Align::Centre);
    ui.paint().text({head.x + size + ui.metrics().gap(Gap::Snug), y - parts.title.height / 2, parts.title.width,
                     parts.title.height},
                    parts.title, ui.colours().ink);
}

void draw_signs(Ui& ui, Rect area, const OptionPanel& panel, Color mark) {
    const auto widths = sign_widths(ui, panel);
    Flow flow(area, sign_line(ui), ui.metrics().gap(Gap::Tight));
    for (std::size_t i = 0; i < panel.signs.size(); ++i) {
        const Rect place = flow.next(widths[i]);
        ui.paint().icon_sized({place.x + ui.metrics().with_type(8), place.centre().y}, Icon::Eye, mark,
                              ui.metrics().with_type(16));
        const TextBlock words = lay_out(ui.fonts(), Type::Strong, panel.signs[i], 1e6F);
        ui.paint().text({place.x + mark_room(ui), place.y, words.width, words.height}, words, ui.colours().ink);
    }
}

}  // namespace

float option_panel_height(Ui& ui, const OptionPanel& panel, float width) {
    return std::ceil(parts_of(ui, panel, width).height);
}

bool option_panel_fits(Ui& ui, const OptionPanel& panel, float width) { return !parts_of(ui, panel, width).broken; }

Tap option_panel(Ui& ui, Rect rect, const OptionPanel& panel) {
    const std::string title = std::string(panel.mark) + " " + std::string(panel.title);
    const Touch touched =
        panel.taps ? touch(ui, rect, {.key = panel.key, .kind = Kind::Panel, .label = title, .stop = false}) : Touch{};
    const Metrics& m = ui.metrics();
    const Palette& c = ui.colours();
    const OptionParts parts = parts_of(ui, panel, rect.w);
    const Pair badge = panel.intent == Intent::Danger ? c.danger : c.accent;
    const Color mark = panel.intent == Intent::Danger ? c.danger_edge : c.accent_edge;
    ui.paint().fill(rect, c.words.ground, m.radius());
    ui.paint().outline(rect, c.line, std::max(1.0F, m.px(1)), m.radius());

    Rect inner = rect.inset(parts.pad, m.gap(Gap::Snug));
    Rect head = inner.cut_top(parts.head, m.gap(Gap::Tight));
    if (parts.signs > 0) {
        draw_signs(ui, inner.cut_top(parts.signs, m.gap(Gap::Snug)), panel, mark);
    } else {
        const Rect beside = head.cut_right(signs_width(ui, panel));
        draw_signs(ui, {beside.x, beside.centre().y - sign_line(ui) / 2, beside.w, sign_line(ui)}, panel, mark);
    }
    draw_head(ui, head, panel, parts, badge);
    // What follows stands at the foot, so that two side by side agree.
    const Rect foot = inner.cut_bottom(parts.follows.height, m.gap(Gap::Tight));
    if (!panel.follows.empty()) {
        ui.paint().icon_sized({foot.x + m.with_type(8), foot.y + parts.follows.face.line / 2}, Icon::Right, c.ink_soft,
                              m.with_type(14));
    }
    ui.paint().text({foot.x + mark_room(ui), foot.y, parts.follows.width, parts.follows.height}, parts.follows, c.ink);

    ui.paint().fill({inner.x, inner.y + m.px(4), bar_width(ui), parts.words.height - m.px(8)}, mark, bar_width(ui) / 2);
    const Rect place{inner.x + bar_width(ui) + m.gap(Gap::Snug), inner.y, parts.words.width, parts.words.height};
    ui.paint().text(place, parts.words, c.words.ink);

    ShownWidget& seen = panel.taps ? ui.last_of(touched.seen)
                                   : ui.record({.key = std::string(panel.key), .kind = Kind::Panel, .rect = rect});
    seen.label = title;
    for (const std::string& sign : panel.signs) seen.label += ", " + sign;
    if (!panel.follows.empty()) seen.label += "; " + std::string(panel.follows);
    seen.ink = c.ink;
    seen.ground = c.words.ground;
    seen.contrast_asked = 7;
    seen.text_fits = !parts.broken && parts.height <= rect.h + 1;
    ShownWidget& words = ui.record({.key = std::string(panel.key) + ".words", .kind = Kind::Words, .rect = place});
    words.label = shown(panel.say);
    words.ink = c.words.ink;
    words.ground = c.words.ground;
    words.contrast_asked = 10;
    return touched.tap;
}

}  // namespace hamer::ui
