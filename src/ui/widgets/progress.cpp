#include "ui/widgets/card.h"

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

Color line_colour(const Palette& c, Mark mark) { return mark == Mark::Done ? c.accent_edge : c.line; }

}  // namespace

float trail_height(Ui& ui) { return std::max(dot_size(ui), ui.fonts().face(Type::Small).line); }

void trail(Ui& ui, Rect rect, const Trail& trail) {
    const Palette& c = ui.colours();
    const float size = dot_size(ui);
    const auto count = static_cast<float>(trail.steps.size());
    std::string present;
    float present_width = 0;
    for (const TrailStep& step : trail.steps) {
        if (step.mark != Mark::Now) continue;
        present = step.label;
        present_width = text_width(ui.fonts(), Type::Strong, present) + 2 * ui.metrics().gap(Gap::Tight);
    }
    // The present step's words stand behind its dot when there is room for all.
    const float spare = rect.w - count * size - present_width;
    const bool worded = spare >= (count - 1) * ui.metrics().gap(Gap::Hair);
    const float gap = std::min(ui.metrics().gap(Gap::Wide),
                               std::max(0.0F, (worded ? spare : rect.w - count * size) / std::max(1.0F, count - 1)));
    float x = rect.x;
    const float y = rect.centre().y;
    std::string label;
    for (std::size_t i = 0; i < trail.steps.size(); ++i) {
        const TrailStep& step = trail.steps[i];
        const bool now = step.mark == Mark::Now;
        draw_mark(ui, {x + size / 2, y}, size, step, static_cast<int>(i) + 1);
        float end = x + size;
        if (now && worded) {
            const TextBlock words = lay_out(ui.fonts(), Type::Strong, present, 1e6F);
            ui.paint().text({end + ui.metrics().gap(Gap::Tight), y - words.height / 2, words.width, words.height},
                            words, c.accent_soft.ink);
            end += present_width;
        }
        if (i + 1 < trail.steps.size() && gap > 4) {
            ui.paint().line({end + 2, y}, {end + gap - 2, y}, line_colour(c, step.mark), ui.metrics().px(2));
        }
        x = end + gap;
        if (now) label = std::to_string(i + 1) + "/" + std::to_string(trail.steps.size()) + " " + present;
    }
    Seen& seen = ui.record({.key = std::string(trail.key), .kind = Kind::Text, .rect = rect, .label = label});
    seen.ink = c.accent_soft.ink;
    seen.ground = ui.paint().ground_at({rect.right() - 1, y});
    seen.contrast_asked = 7;
    seen.text_fits = x - gap <= rect.right() + 1;
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
    Seen& seen = ui.record({.key = std::string(counter.key), .kind = Kind::Text, .rect = rect});
    seen.label = std::string(counter.label) + " " + std::to_string(counter.count) + "/" + std::to_string(counter.of);
    if (!counter.detail.empty()) seen.label += ", " + std::string(counter.detail);
    seen.ink = c.ink;
    seen.ground = ui.paint().ground_at({rect.x, y});
    seen.contrast_asked = 7;
    seen.text_fits = x - ui.metrics().gap(Gap::Tight) <= rect.right() + 1;
}

}  // namespace hamer::ui
