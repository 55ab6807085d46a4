#include "ui/toolkit/widgets/card.h"

#include <cmath>

namespace hamer::ui {
namespace {

struct FactParts {
    TextBlock label;
    TextBlock value;
    TextBlock detail;
    float height = 0;
    bool broken = false;
};

float fact_side(Ui& ui) { return ui.metrics().gap(Gap::Snug); }
float fact_icon_room(Ui& ui, const FactBox& fact) { return fact.icon == Icon::None ? 0 : ui.metrics().with_type(30); }

FactParts fact_parts(Ui& ui, const FactBox& fact, float width) {
    const float room = width - 2 * fact_side(ui) - fact_icon_room(ui, fact);
    FactParts parts;
    parts.label = lay_out(ui.fonts(), Type::Small, fact.label, room);
    parts.value = lay_out(ui.fonts(), Type::Strong, fact.value, room, Breaking::Full, 0.92F);
    parts.height = parts.label.height * 0.92F + parts.value.height;
    parts.broken = parts.label.word_broken || parts.value.word_broken;
    if (!fact.detail.empty()) {
        // At the right of the label, so that the fact keeps its height.
        const float beside = text_width(ui.fonts(), Type::Small, fact.detail);
        if (parts.label.width + ui.metrics().gap(Gap::Tight) + beside <= room) {
            parts.detail = lay_out(ui.fonts(), Type::Small, fact.detail, room, Breaking::Full, 0.92F);
        }
    }
    return parts;
}

int fact_columns(Ui& ui, const std::vector<FactBox>& facts, float width) {
    const int count = static_cast<int>(facts.size());
    const float least = ui.metrics().with_type(150);
    const int fit = std::max(1, static_cast<int>((width + 1) / least));
    if (fit >= count) return count;
    return std::max(1, (count + (count + fit - 1) / fit - 1) / ((count + fit - 1) / fit));
}

std::vector<float> row_heights(Ui& ui, const std::vector<FactBox>& facts, float width, int per_row) {
    std::vector<float> heights;
    for (std::size_t first = 0; first < facts.size(); first += static_cast<std::size_t>(per_row)) {
        const std::size_t last = std::min(facts.size(), first + static_cast<std::size_t>(per_row));
        const auto places = columns({0, 0, width, 0}, static_cast<int>(last - first), ui.metrics().gap(Gap::Tight));
        float height = 0;
        for (std::size_t i = first; i < last; ++i) {
            height = std::max(height, fact_height(ui, facts[i], places[i - first].w));
        }
        heights.push_back(height);
    }
    return heights;
}

}  // namespace

float fact_height(Ui& ui, const FactBox& fact, float width) {
    return std::ceil(fact_parts(ui, fact, width).height + 2 * ui.metrics().gap(Gap::Tight));
}

void fact(Ui& ui, Rect rect, const FactBox& fact) {
    const Palette& c = ui.colours();
    const Metrics& m = ui.metrics();
    Pair pair = soft(c, fact.intent);
    if (fact.intent == Intent::Calm || fact.intent == Intent::Normal) pair = {c.ink, c.surface};
    ui.paint().fill(rect, pair.ground, m.small_radius());
    const bool loud =
        fact.intent == Intent::Attention || fact.intent == Intent::Danger || fact.intent == Intent::Accent;
    ui.paint().outline(rect, loud ? edge(c, fact.intent) : c.line, loud ? m.px(2) : std::max(1.0F, m.px(1)),
                       m.small_radius());
    const FactParts parts = fact_parts(ui, fact, rect.w);
    const float x = rect.x + fact_side(ui) + fact_icon_room(ui, fact);
    const float room = rect.w - 2 * fact_side(ui) - fact_icon_room(ui, fact);
    float y = rect.centre().y - parts.height / 2;
    const Color quiet = loud ? pair.ink : c.ink_soft;
    ui.paint().icon_sized({rect.x + fact_side(ui) + m.with_type(11), rect.centre().y}, fact.icon, quiet,
                          m.with_type(21));
    ui.paint().text({x, y, room, parts.label.height}, parts.label, quiet);
    y += parts.label.height * 0.92F;
    ui.paint().text({x, y, room, parts.value.height}, parts.value, pair.ink);
    const float top = rect.centre().y - parts.height / 2;
    ui.paint().text({x, top, room, parts.detail.height}, parts.detail, pair.ink, Align::Right);
    ShownWidget& seen = ui.record({.key = std::string(fact.key), .kind = Kind::Text, .rect = rect});
    seen.label = std::string(fact.label) + ": " + std::string(fact.value);
    if (!fact.detail.empty()) seen.label += ", " + std::string(fact.detail);
    seen.ink = quiet;
    seen.ground = pair.ground;
    seen.contrast_asked = 7;
    seen.text_fits = !parts.broken && parts.height <= rect.h;
}

float facts_height(Ui& ui, const std::vector<FactBox>& facts, float width) {
    if (facts.empty()) return 0;
    float height = -ui.metrics().gap(Gap::Tight);
    for (const float row : row_heights(ui, facts, width, fact_columns(ui, facts, width))) {
        height += row + ui.metrics().gap(Gap::Tight);
    }
    return height;
}

void facts(Ui& ui, Rect rect, const std::vector<FactBox>& facts) {
    if (facts.empty()) return;
    const float gap = ui.metrics().gap(Gap::Tight);
    const int per_row = fact_columns(ui, facts, rect.w);
    std::size_t at = 0;
    for (const float height : row_heights(ui, facts, rect.w, per_row)) {
        const Rect row = rect.cut_top(height, gap);
        const std::size_t count = std::min(facts.size() - at, static_cast<std::size_t>(per_row));
        for (const Rect& place : columns(row, static_cast<int>(count), gap)) fact(ui, place, facts[at++]);
    }
}

}  // namespace hamer::ui
