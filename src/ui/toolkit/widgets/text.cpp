#include "ui/toolkit/widgets/text.h"

namespace hamer::ui {
namespace {

Color colour_of(const Palette& c, Ink ink) {
    switch (ink) {
        case Ink::Normal:
            return c.ink;
        case Ink::Soft:
            return c.ink_soft;
        case Ink::Accent:
            return c.accent_soft.ink;
        case Ink::Danger:
            return c.danger_soft.ink;
    }
    return c.ink;
}

float icon_room(Ui& ui, const Text& text) {
    if (text.bullet) return ui.metrics().with_type(22);
    return text.icon == Icon::None ? 0 : ui.metrics().with_type(30);
}

TextBlock block_of(Ui& ui, const Text& text, float width) {
    const float leading = text.type == Type::Title || text.type == Type::Display ? 0.92F : 1.0F;
    return lay_out(ui.fonts(), text.type, text.text, width - icon_room(ui, text), Breaking::Full, leading);
}

// The palette's own ink for the special grounds, so that a text on them never has too little contrast.
Color readable(const Palette& c, Color ink, Color ground) {
    if (contrast(ink, ground) >= 7) return ink;
    for (const Color& other : {c.accent.ink, c.danger.ink}) {
        if (contrast(other, ground) > contrast(c.ink, ground) && contrast(other, ground) >= 7) return other;
    }
    return contrast(c.ink, ground) >= contrast(c.accent.ink, ground) ? c.ink : c.accent.ink;
}

void record(Ui& ui, Rect rect, const Text& text, const TextBlock& block, Color ink, bool fits) {
    ShownWidget& seen =
        ui.record({.key = std::string(text.key), .kind = Kind::Text, .rect = rect, .label = shown(text.text)});
    seen.ink = ink;
    seen.ground = ui.paint().ground_at(rect.centre());
    seen.contrast_asked = 7;
    seen.text_fits = fits && !block.word_broken;
}

void draw(Ui& ui, Rect place, const Text& text, const TextBlock& block, bool fits) {
    const float room = icon_room(ui, text);
    const Color ink = readable(ui.colours(), colour_of(ui.colours(), text.ink), ui.paint().ground_at(place.centre()));
    const Rect words{place.x + room, place.y, place.w - room, block.height};
    if (text.bullet) {
        constexpr float x_height_middle = 0.57F;  // of the line
        const Point centre{place.x + ui.metrics().with_type(8), place.y + block.face.line * x_height_middle};
        ui.paint().circle(centre, ui.metrics().with_type(3), ink);
    }
    ui.paint().icon_sized({place.x + ui.metrics().with_type(11), place.y + block.face.line / 2}, text.icon, ink,
                          ui.metrics().with_type(20));
    ui.paint().text(words, block, ink, text.align);
    const float slack = text.align == Align::Left ? 0 : (words.w - block.width) / (text.align == Align::Centre ? 2 : 1);
    record(ui, {place.x + slack, place.y, room + block.width, block.height}, text, block, ink, fits);
}

}  // namespace

float text_height(Ui& ui, const Text& text, float width) { return block_of(ui, text, width).height; }

float text(Ui& ui, Rect rect, const Text& text) {
    const TextBlock block = block_of(ui, text, rect.w);
    draw(ui, {rect.x, rect.y, rect.w, block.height}, text, block, block.height <= rect.h + 1);
    return block.height;
}

void text_line(Ui& ui, Rect rect, const Text& text) {
    const TextBlock block = block_of(ui, text, 1e6F);
    const bool fits = block.width + icon_room(ui, text) <= rect.w + 1 && block.height <= rect.h + 1;
    draw(ui, {rect.x, rect.centre().y - block.height / 2, rect.w, block.height}, text, block, fits);
}

float text_line_width(Ui& ui, const Text& text) { return block_of(ui, text, 1e6F).width + icon_room(ui, text); }

Rect panel(Ui& ui, Rect rect, Ground ground, Gap padding) {
    const Palette& c = ui.colours();
    const float radius = ui.metrics().radius();
    const float hair = std::max(1.0F, ui.metrics().px(1));
    switch (ground) {
        case Ground::Surface:
            ui.paint().fill(rect, c.surface, radius);
            ui.paint().outline(rect, c.line, hair, radius);
            break;
        case Ground::Raised:
            ui.paint().fill(rect, c.raised, radius);
            break;
        case Ground::Accent:
            ui.paint().fill(rect, c.accent_soft.ground, radius);
            break;
        case Ground::Attention:
            ui.paint().fill(rect, c.attention.ground, radius);
            break;
        case Ground::Danger:
            ui.paint().fill(rect, c.danger_soft.ground, radius);
            break;
        case Ground::Alarm:
            ui.paint().fill(rect, c.danger.ground, radius);
            break;
        case Ground::Drill:
            ui.paint().fill(rect, c.drill.ground, radius);
            break;
    }
    return rect.inset(ui.metrics().gap(padding));
}

void divider(Ui& ui, Rect rect) {
    ui.paint().line({rect.x, rect.centre().y}, {rect.right(), rect.centre().y}, ui.colours().line,
                    std::max(1.0F, ui.metrics().px(1)));
}

}  // namespace hamer::ui
