#include "ui/toolkit/widgets/painter.h"

#include <cmath>
#include <imgui.h>

namespace hamer::ui {
namespace {

ImU32 packed(Color color, int alpha = 255) { return IM_COL32(color.r, color.g, color.b, alpha); }

ImVec2 vec(float x, float y) { return ImVec2(x, y); }

}  // namespace

void Painter::begin(Color ground) {
    ground_ = ground;
    filled_.clear();
    above_ = false;
}

void Painter::above() { above_ = true; }
void Painter::below() { above_ = false; }

ImDrawList* Painter::list() const { return above_ ? ImGui::GetForegroundDrawList() : ImGui::GetWindowDrawList(); }

void Painter::fill(Rect rect, Color color, float radius) {
    if (rect.empty()) return;
    list()->AddRectFilled(vec(rect.x, rect.y), vec(rect.right(), rect.bottom()), packed(color), radius);
    const ImVec2 from = list()->GetClipRectMin();
    const ImVec2 to = list()->GetClipRectMax();
    const Rect seen = rect.meet({from.x, from.y, to.x - from.x, to.y - from.y});
    if (!seen.empty()) filled_.push_back({seen, color});
}

void Painter::outline(Rect rect, Color color, float thickness, float radius) {
    if (rect.empty()) return;
    const Rect middle = rect.inset(thickness / 2);
    list()->AddRect(vec(middle.x, middle.y), vec(middle.right(), middle.bottom()), packed(color),
                    std::max(0.0F, radius - thickness / 2), 0, thickness);
}

void Painter::shadow(Rect rect, float radius) {
    const int strongest = theme_.look().face == Face::Light ? 9 : 26;
    for (int ring = 6; ring > 0; --ring) {
        const float out = theme_.metrics().scale() * static_cast<float>(ring) * 1.5F;
        const Rect larger{rect.x - out, rect.y - out / 2, rect.w + 2 * out, rect.h + out * 2};
        list()->AddRectFilled(vec(larger.x, larger.y), vec(larger.right(), larger.bottom()),
                              packed(rgb(0x0A1420), strongest), radius + out);
    }
}

void Painter::line(Point from, Point to, Color color, float thickness) {
    list()->AddLine(vec(from.x, from.y), vec(to.x, to.y), packed(color), thickness);
}

void Painter::circle(Point centre, float radius, Color color) {
    list()->AddCircleFilled(vec(centre.x, centre.y), radius, packed(color));
}

void Painter::ring(Point centre, float radius, Color color, float thickness) {
    list()->AddCircle(vec(centre.x, centre.y), radius - thickness / 2, packed(color), 0, thickness);
}

void Painter::text(Rect rect, const TextBlock& block, Color color, Align align) {
    float y = rect.y;
    for (const Line& each : block.lines) {
        const float room = rect.w - each.width;
        const float x = rect.x + (align == Align::Left ? 0 : align == Align::Centre ? room / 2 : room);
        list()->AddText(block.face.font, block.face.px, vec(std::round(x), std::round(y)), packed(color),
                        each.text.data(), each.text.data() + each.text.size());
        y += block.line;
    }
}

void Painter::icon(Point centre, Icon icon, Color color, Type size) {
    icon_sized(centre, icon, color, theme_.fonts().face(size).px);
}

void Painter::icon_sized(Point centre, Icon icon, Color color, float px) {
    if (icon == Icon::None) return;
    const float small = theme_.fonts().face(Type::Icon).px;
    const TypeFace face = theme_.fonts().face(px > small ? Type::IconLarge : Type::Icon);
    char text[5] = {};
    const auto code = static_cast<unsigned>(icon);
    text[0] = static_cast<char>(0xE0 | (code >> 12));
    text[1] = static_cast<char>(0x80 | ((code >> 6) & 0x3F));
    text[2] = static_cast<char>(0x80 | (code & 0x3F));
    const ImVec2 size = face.font->CalcTextSizeA(px, 1e9F, 0, text);
    list()->AddText(face.font, px, vec(std::round(centre.x - size.x / 2), std::round(centre.y - size.y / 2)),
                    packed(color), text);
}

Color Painter::ground_at(Point point) const {
    // What is scrolled out of sight stands on the ground of the part that shows.
    const ImVec2 from = list()->GetClipRectMin();
    const ImVec2 to = list()->GetClipRectMax();
    point.x = std::clamp(point.x, from.x, std::max(from.x, to.x - 1));
    point.y = std::clamp(point.y, from.y, std::max(from.y, to.y - 1));
    for (auto each = filled_.rbegin(); each != filled_.rend(); ++each) {
        if (each->rect.contains(point)) return each->color;
    }
    return ground_;
}

}  // namespace hamer::ui
