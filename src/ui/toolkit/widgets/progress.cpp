#include "ui/toolkit/widgets/card.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace hamer::ui {
namespace {

float dot_size(Ui& ui) { return ui.metrics().with_type(26); }

// A shape of its own for each mark, besides its colour.
void draw_mark(Ui& ui, Point at, float size, const TrailStep& step, int number) {
    const Palette& c = ui.colours();
    const float radius = size / 2;
    const TextBlock digit = lay_out(ui.fonts(), Type::Small, std::to_string(number), size);
    const Rect words{at.x - radius, at.y - digit.height / 2, size, digit.height};
    const float hair = std::max(1.0F, ui.metrics().px(1));
    switch (step.mark) {
        case Mark::Now:
            ui.paint().circle(at, radius, c.accent.ground);
            ui.paint().text(words, digit, c.accent.ink, Align::Centre);
            break;
        case Mark::Done:
            ui.paint().circle(at, radius, c.accent_soft.ground);
            ui.paint().ring(at, radius, c.accent_edge, hair);
            ui.paint().icon_sized(at, Icon::Check, c.accent_soft.ink, size * 0.5F);
            break;
        case Mark::Skipped:
            ui.paint().circle(at, radius, c.raised);
            ui.paint().ring(at, radius, c.edge, hair);
            ui.paint().icon_sized(at, Icon::Right, c.ink_soft, size * 0.42F);
            break;
        case Mark::NotApplicable:
            ui.paint().circle(at, size * 0.14F, c.edge);
            break;
        case Mark::Ahead:
            ui.paint().circle(at, radius, c.surface);
            ui.paint().ring(at, radius, c.edge, hair);
            ui.paint().text(words, digit, c.ink_soft, Align::Centre);
            break;
    }
}

// For a reader of what was drawn: one letter a mark.
char word(Mark mark) {
    switch (mark) {
        case Mark::Ahead:
            return '.';
        case Mark::Now:
            return 'N';
        case Mark::Done:
            return 'D';
        case Mark::Skipped:
            return 'S';
        case Mark::NotApplicable:
            return '-';
    }
    return '.';
}

Color line_colour(const Palette& c, Mark mark) { return mark == Mark::Done ? c.accent_edge : c.line; }

}  // namespace

float trail_height(Ui& ui) { return std::max(dot_size(ui), ui.fonts().face(Type::Small).line); }

// The marks keep their places whatever the present one says, which stands behind them.
void trail(Ui& ui, Rect rect, const Trail& trail) {
    const Palette& c = ui.colours();
    const Metrics& m = ui.metrics();
    const float size = dot_size(ui);
    const auto count = static_cast<float>(trail.steps.size());
    const float gap = std::min(m.gap(Gap::Snug), std::max(2.0F, (rect.w - count * size) / std::max(1.0F, count)));
    float x = rect.x;
    const float y = rect.centre().y;
    std::string states;
    for (std::size_t i = 0; i < trail.steps.size(); ++i) {
        const TrailStep& step = trail.steps[i];
        draw_mark(ui, {x + size / 2, y}, size, step, static_cast<int>(i) + 1);
        if (i + 1 < trail.steps.size() && gap > 4) {
            ui.paint().line({x + size + 2, y}, {x + size + gap - 2, y}, line_colour(c, step.mark), m.px(2));
        }
        x += size + gap;
        states += word(step.mark);
    }
    const float left = x + m.gap(Gap::Hair);
    const float room = rect.right() - left;
    const bool worded = text_width(ui.fonts(), Type::Strong, trail.present) <= room;
    if (worded && !trail.present.empty()) {
        const TextBlock words = lay_out(ui.fonts(), Type::Strong, trail.present, room);
        ui.paint().text({left, y - words.height / 2, words.width, words.height}, words, c.accent_soft.ink);
    }
    ShownWidget& seen = ui.record({.key = std::string(trail.key), .kind = Kind::Text, .rect = rect});
    seen.label = states + " " + std::string(trail.present);
    seen.ink = c.accent_soft.ink;
    seen.ground = ui.paint().ground_at({rect.right() - 1, y});
    seen.contrast_asked = 7;
    seen.text_fits = rect.x + count * (size + gap) - gap <= rect.right() + 1;
}

namespace {

float coin(Ui& ui) { return ui.metrics().with_type(40); }

float counter_words(Ui& ui, const Counter& counter) {
    return std::max(text_width(ui.fonts(), Type::Strong, counter.label),
                    text_width(ui.fonts(), Type::Small, counter.detail));
}

}  // namespace

float counter_height(Ui& ui) {
    return std::max(coin(ui), ui.fonts().face(Type::Strong).line + ui.fonts().face(Type::Small).line);
}

float counter_width(Ui& ui, const Counter& counter) {
    const auto coins = static_cast<float>(counter.of);
    return counter_words(ui, counter) + ui.metrics().gap(Gap::Normal) + coins * coin(ui) +
           (coins - 1) * ui.metrics().gap(Gap::Tight) + 2;
}

void counter(Ui& ui, Rect rect, const Counter& counter) {
    const Palette& c = ui.colours();
    const float words = counter_words(ui, counter);
    const TextBlock label = lay_out(ui.fonts(), Type::Strong, counter.label, 1e6F);
    const TextBlock detail = lay_out(ui.fonts(), Type::Small, counter.detail, 1e6F);
    const float high = label.height + (counter.detail.empty() ? 0 : detail.height);
    const float y = rect.centre().y;
    ui.paint().text({rect.x, y - high / 2, words, label.height}, label, c.ink);
    if (!counter.detail.empty()) {
        ui.paint().text({rect.x, y - high / 2 + label.height, words, detail.height}, detail, c.ink_soft);
    }
    const float size = coin(ui);
    float x = rect.x + words + ui.metrics().gap(Gap::Normal);
    for (int number = 1; number <= counter.of; ++number) {
        const bool reached = number <= counter.count;
        const Point at{x + size / 2, y};
        ui.paint().circle(at, size / 2, reached ? c.accent.ground : c.surface);
        if (!reached) ui.paint().ring(at, size / 2, c.edge, ui.metrics().px(2));
        const TextBlock digit = lay_out(ui.fonts(), Type::Label, std::to_string(number), size);
        ui.paint().text({x, y - digit.height / 2, size, digit.height}, digit, reached ? c.accent.ink : c.ink_soft,
                        Align::Centre);
        x += size + ui.metrics().gap(Gap::Tight);
    }
    ShownWidget& seen = ui.record({.key = std::string(counter.key), .kind = Kind::Text, .rect = rect});
    seen.label = std::string(counter.label) + " " + std::to_string(counter.count) + "/" + std::to_string(counter.of);
    if (!counter.detail.empty()) seen.label += ", " + std::string(counter.detail);
    seen.ink = c.ink;
    seen.ground = ui.paint().ground_at({rect.x, y});
    seen.contrast_asked = 7;
    seen.text_fits = x - ui.metrics().gap(Gap::Tight) <= rect.right() + 1;
}

namespace {

std::string limit_words(const LimitTimer& timer) {
    return std::string(timer.elapsed) + " / " + std::string(timer.limit);
}

float limit_bar(Ui& ui) { return ui.metrics().px(8); }

float limit_text(Ui& ui, const LimitTimer& timer) {
    const std::string_view below = timer.over.empty() ? timer.label : timer.over;
    return std::max(text_width(ui.fonts(), Type::Label, limit_words(timer)),
                    text_width(ui.fonts(), Type::Small, below));
}

}  // namespace

float limit_timer_height(Ui& ui, const LimitTimer&) {
    return ui.fonts().face(Type::Label).line + ui.fonts().face(Type::Small).line + limit_bar(ui);
}

float limit_timer_width(Ui& ui, const LimitTimer& timer) {
    return std::ceil(std::max(ui.metrics().with_type(170), limit_text(ui, timer)) + 2);
}

void limit_timer(Ui& ui, Rect rect, const LimitTimer& timer) {
    const Palette& c = ui.colours();
    const bool over = !timer.over.empty();
    const TextBlock times = lay_out(ui.fonts(), Type::Label, limit_words(timer), 1e6F);
    const TextBlock words = lay_out(ui.fonts(), Type::Small, over ? timer.over : timer.label, 1e6F);
    const Color ground = ui.paint().ground_at(rect.centre());
    const Color ink = over ? c.attention.ink : c.ink;
    float y = rect.centre().y - limit_timer_height(ui, timer) / 2;
    ui.paint().text({rect.x, y, rect.w, words.height}, words, over ? ink : c.ink_soft, Align::Right);
    y += words.height;
    ui.paint().text({rect.x, y, rect.w, times.height}, times, ink, Align::Right);
    y += times.height;
    const Rect bar{rect.x, y, rect.w, limit_bar(ui)};
    ui.paint().fill(bar, c.line, bar.h / 2);
    const float share = static_cast<float>(std::clamp(timer.share, 0.0, 1.0));
    const float filled = std::max(bar.h, bar.w * share);
    ui.paint().fill({bar.x, bar.y, filled, bar.h}, over ? c.attention_edge : c.accent_edge, bar.h / 2);
    ShownWidget& seen = ui.record({.key = std::string(timer.key), .kind = Kind::Text, .rect = rect});
    seen.label = std::string(over ? timer.over : timer.label) + " " + limit_words(timer);
    seen.ink = ink;
    seen.ground = ground;
    seen.contrast_asked = 7;
    seen.text_fits = limit_text(ui, timer) <= rect.w + 1;
}

}  // namespace hamer::ui
