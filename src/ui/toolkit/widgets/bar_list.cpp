#include "ui/toolkit/widgets/bar_list.h"

#include "ui/toolkit/widgets/text.h"

#include <algorithm>
#include <cmath>

namespace hamer::ui {
namespace {

constexpr float name_share = 0.42F;

Text name_of(const Quantity& quantity) { return {.text = quantity.name, .type = Type::Small}; }

float row_height(Ui& ui, const Quantity& quantity, float width) {
    return text_height(ui, name_of(quantity), std::round(width * name_share)) + ui.metrics().gap(Gap::Hair);
}

}  // namespace

float bar_list_height(Ui& ui, const std::vector<Quantity>& quantities, float width) {
    float height = 0;
    for (const Quantity& one : quantities) height += row_height(ui, one, width);
    return height;
}

void bar_list(Ui& ui, Rect rect, const std::vector<Quantity>& quantities) {
    int most = 1;
    for (const Quantity& one : quantities) most = std::max(most, one.number);
    const Palette& c = ui.colours();
    const float gap = ui.metrics().gap(Gap::Tight);
    const float number = text_width(ui.fonts(), Type::Small, std::to_string(most)) + gap;
    for (const Quantity& one : quantities) {
        Rect row = rect.cut_top(row_height(ui, one, rect.w));
        const Rect name = row.cut_left(std::round(rect.w * name_share), gap);
        (void)text(ui, name, name_of(one));
        row.h = ui.fonts().face(Type::Small).line;
        const float whole = std::max(1.0F, row.w - number);
        const float share = static_cast<float>(one.number) / static_cast<float>(most);
        const Rect bar{row.x, row.y + std::round(row.h * 0.18F), std::round(whole * share), std::round(row.h * 0.64F)};
        if (one.number > 0) ui.paint().fill(bar, c.accent.ground, ui.metrics().px(2));
        const std::string digits = std::to_string(one.number);
        text_line(ui, {bar.right() + (one.number > 0 ? gap : 0), row.y, number, row.h},
                  {.text = digits, .type = Type::Small, .ink = one.number > 0 ? Ink::Normal : Ink::Soft});
    }
}

}  // namespace hamer::ui
