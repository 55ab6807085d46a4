#include "ui/toolkit/widgets/scroll.h"

#include "ui/toolkit/widgets/touch.h"

#include <cmath>
#include <imgui.h>
#include <string>

namespace hamer::ui {
namespace {

struct Kept {
    bool overflows = false;
    bool dragging = false;
    float last_y = 0;
    std::string content;
};

constexpr float ring_room = 5;       // pixels at scale one, for the focus ring of what lies inside
constexpr float drag_begins_mm = 3;  // a finger that moves less is a tap

float bar_room(Ui& ui) { return ui.metrics().px(11); }

// The clipped part is a little larger than the area: room for the focus ring all around and for the bar at the right.
Rect clipped(Ui& ui, Rect rect) {
    const float ring = ui.metrics().px(ring_room);
    return {rect.x - ring, rect.y - ring, rect.w + 2 * ring + bar_room(ui), rect.h + 2 * ring};
}

}  // namespace

Scroll::Scroll(Ui& ui, std::string_view key, Rect rect, Stop stop, std::string_view content)
    : ui_(ui), key_(key), rect_(rect) {
    Kept& kept = ui_.memory<Kept>(key_ + "#scroll");
    ShownWidget& seen = ui_.record({.key = key_, .kind = Kind::Scroll, .rect = rect});
    seen.stop = kept.overflows && stop == Stop::Yes;
    const bool ring = seen.stop && seen.focused && ui_.keyboard().shown();
    seen_ = ui_.shown().size() - 1;
    if (ring) focus_ring(ui_, rect, ui_.metrics().small_radius());
    ui_.enter_scroll(key_);
    const Rect outer = clipped(ui_, rect);
    ImGui::SetCursorScreenPos(ImVec2(outer.x, outer.y));
    ImGui::PushID(key_.c_str());
    ImGui::BeginChild("scroll", ImVec2(std::max(1.0F, outer.w), std::max(1.0F, outer.h)), false,
                      ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoMove |
                          ImGuiWindowFlags_NoSavedSettings);
    offset_ = ImGui::GetScrollY();
    if (kept.content == content) return;
    kept.content = content;
    offset_ = 0;
    ImGui::SetScrollY(0);
}

Scroll::~Scroll() {
    const float ring = ui_.metrics().px(ring_room);
    ImGui::SetCursorPos(ImVec2(0, 0));
    ImGui::Dummy(ImVec2(1, extent_ + 2 * ring));
    auto& kept = ui_.memory<Kept>(key_ + "#scroll");
    const bool overflows = extent_ > rect_.h + 1;
    // ImGui knows a frame later how far it scrolls: without that frame the first turn of the wheel would do nothing.
    if (overflows && !kept.overflows) ui_.wake_at(ui_.now());
    kept.overflows = overflows;
    keys();
    drag();
    reveal();
    ImGui::EndChild();
    ImGui::PopID();
    ui_.leave_scroll();
}

Rect Scroll::content() const { return {rect_.x, rect_.y - offset_, rect_.w, rect_.h}; }

void Scroll::keep_place(float moved) {
    offset_ = std::max(0.0F, offset_ + moved);
    ImGui::SetScrollY(offset_);
}

// It is there in the next frame, which must come by itself: what is tapped then is what is seen there.
void Scroll::go_to(float offset) {
    ImGui::SetScrollY(offset);
    ui_.wake_at(ui_.now());
}

void Scroll::bring_into_view(float from, float to) {
    if (from < offset_)
        go_to(std::max(0.0F, from));
    else if (to > offset_ + rect_.h)
        go_to(std::min(from, to - rect_.h));
}

void Scroll::keys() {
    if (!ui_.keyboard().on(key_) || ui_.editing()) return;
    const float page = rect_.h * 0.85F;
    const float line = ui_.metrics().px(60);
    float move = 0;
    if (ui_.take(Key::Down)) move = line;
    if (ui_.take(Key::Up)) move = -line;
    if (ui_.take(Key::PageDown) || ui_.take(Key::Space)) move = page;
    if (ui_.take(Key::PageUp)) move = -page;
    if (ui_.take(Key::Home)) move = -offset_;
    if (ui_.take(Key::End)) move = extent_;
    if (move != 0) go_to(std::max(0.0F, offset_ + move));
}

void Scroll::drag() {
    auto& kept = ui_.memory<Kept>(key_ + "#scroll");
    const Point at = ui_.pointer();
    const Point from = ui_.pressed_at();
    const bool mine = ui_.pointer_down() && kept.overflows && rect_.contains(from) && !ui_.editing();
    if (!mine) {
        kept.dragging = false;
        return;
    }
    if (!kept.dragging) {
        const float far = std::abs(at.y - from.y);
        if (ui_.dragging() || far < ui_.metrics().mm(drag_begins_mm)) return;
        kept.dragging = true;
        kept.last_y = at.y;
        ui_.drag();
    }
    if (at.y != kept.last_y) go_to(std::max(0.0F, offset_ - (at.y - kept.last_y)));
    kept.last_y = at.y;
}

void Scroll::reveal() {
    if (ui_.reveal().empty()) return;
    for (std::size_t i = seen_ + 1; i < ui_.shown().size(); ++i) {
        const ShownWidget& each = ui_.shown()[i];
        if (each.key != ui_.reveal() || each.scroll_key != key_) continue;
        const float top = each.rect.y - rect_.y + offset_;
        bring_into_view(top, top + each.rect.h);
    }
}

}  // namespace hamer::ui
