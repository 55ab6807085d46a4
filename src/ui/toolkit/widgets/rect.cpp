#include "ui/toolkit/widgets/rect.h"

#include <algorithm>
#include <cmath>

namespace hamer::ui {
namespace {

// The edges of `count` equal parts of a length, on whole pixels.
float part_start(float start, float length, int count, float gap, int index) {
    const float part = (length - gap * static_cast<float>(count - 1)) / static_cast<float>(count);
    return std::round(start + static_cast<float>(index) * (part + gap));
}

}  // namespace

std::vector<Rect> columns(Rect area, int count, float gap) {
    std::vector<Rect> parts;
    for (int i = 0; i < count; ++i) {
        const float left = part_start(area.x, area.w, count, gap, i);
        const float right = i + 1 == count ? area.right() : part_start(area.x, area.w, count, gap, i + 1) - gap;
        parts.push_back({left, area.y, right - left, area.h});
    }
    return parts;
}

float column_width(float width, int count, float gap) {
    const auto parts = columns({0, 0, width, 0}, count, gap);
    return std::ranges::min_element(parts, {}, &Rect::w)->w;
}

std::vector<Rect> rows(Rect area, int count, float gap) {
    std::vector<Rect> parts;
    for (int i = 0; i < count; ++i) {
        const float top = part_start(area.y, area.h, count, gap, i);
        const float bottom = i + 1 == count ? area.bottom() : part_start(area.y, area.h, count, gap, i + 1) - gap;
        parts.push_back({area.x, top, area.w, bottom - top});
    }
    return parts;
}

float flow_height(float width, float height, float gap, const std::vector<float>& widths) {
    if (widths.empty()) return 0;
    Flow flow({0, 0, width, 0}, height, gap);
    for (const float each : widths) flow.next(each);
    return flow.used();
}

}  // namespace hamer::ui
