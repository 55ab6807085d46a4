#include "ui/surface/damage.h"

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <cstring>

namespace hamer::ui {

namespace {

template <typename Value, typename Values>
bool same_bytes(const std::vector<Value>& before, const Values& now) {
    return before.size() == static_cast<std::size_t>(now.Size) &&
           (before.empty() || std::memcmp(before.data(), now.Data, before.size() * sizeof(Value)) == 0);
}

bool same(const ImDrawCmd& one, const ImDrawCmd& other) {
    return std::memcmp(&one.ClipRect, &other.ClipRect, sizeof one.ClipRect) == 0 &&
           one.GetTexID() == other.GetTexID() && one.VtxOffset == other.VtxOffset && one.IdxOffset == other.IdxOffset &&
           one.ElemCount == other.ElemCount && one.UserCallback == nullptr && other.UserCallback == nullptr;
}

bool same(const ImDrawVert& one, const ImDrawVert& other) { return std::memcmp(&one, &other, sizeof one) == 0; }

// The smallest rectangle around points.
class Bounds {
  public:
    void add(ImVec2 point) {
        left_ = std::min(left_, point.x);
        top_ = std::min(top_, point.y);
        right_ = std::max(right_, point.x);
        bottom_ = std::max(bottom_, point.y);
    }
    void add(const Rect& rect) {
        if (rect.empty()) return;
        add(ImVec2(rect.x, rect.y));
        add(ImVec2(rect.right(), rect.bottom()));
    }
    // In whole pixels, with one to spare around.
    [[nodiscard]] Rect outward() const {
        if (left_ > right_) return {};
        const float x = std::floor(left_) - 1, y = std::floor(top_) - 1;
        return {x, y, std::ceil(right_) + 1 - x, std::ceil(bottom_) + 1 - y};
    }

  private:
    float left_ = FLT_MAX, top_ = FLT_MAX, right_ = -FLT_MAX, bottom_ = -FLT_MAX;
};

// The triangles of a call of which a corner differs, as they were and as they are, as far as the call shows them.
Rect changed_in(const ImDrawCmd& call, const ImDrawIdx* indices, const ImDrawVert* before, const ImDrawVert* now) {
    Bounds bounds;
    for (unsigned i = 0; i + 2 < call.ElemCount; i += 3) {
        const std::size_t corners[] = {indices[call.IdxOffset + i] + call.VtxOffset,
                                       indices[call.IdxOffset + i + 1] + call.VtxOffset,
                                       indices[call.IdxOffset + i + 2] + call.VtxOffset};
        if (std::ranges::all_of(corners, [&](std::size_t each) { return same(before[each], now[each]); })) continue;
        for (const std::size_t each : corners) {
            bounds.add(before[each].pos);
            bounds.add(now[each].pos);
        }
    }
    const ImVec4& clip = call.ClipRect;
    return bounds.outward().meet({std::floor(clip.x), std::floor(clip.y), std::ceil(clip.z) - std::floor(clip.x),
                                  std::ceil(clip.w) - std::floor(clip.y)});
}

}  // namespace

Rect Damage::since_last(const ImDrawData& drawn) {
    const Rect all{0, 0, drawn.DisplaySize.x, drawn.DisplaySize.y};
    const auto count = static_cast<std::size_t>(drawn.CmdListsCount);
    bool comparable = lists_.size() == count && count > 0 && all_.w == all.w && all_.h == all.h;
    Bounds changed;
    for (std::size_t i = 0; comparable && i < count; ++i) {
        const List& before = lists_[i];
        const ImDrawList& now = *drawn.CmdLists[static_cast<int>(i)];
        comparable = before.corners.size() == static_cast<std::size_t>(now.VtxBuffer.Size) &&
                     same_bytes(before.indices, now.IdxBuffer) &&
                     std::equal(before.calls.begin(), before.calls.end(), now.CmdBuffer.begin(), now.CmdBuffer.end(),
                                [](const ImDrawCmd& one, const ImDrawCmd& other) { return same(one, other); });
        if (!comparable || same_bytes(before.corners, now.VtxBuffer)) continue;
        for (const ImDrawCmd& call : now.CmdBuffer) {
            changed.add(changed_in(call, now.IdxBuffer.Data, before.corners.data(), now.VtxBuffer.Data));
        }
    }
    all_ = all;
    lists_.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
        const ImDrawList& now = *drawn.CmdLists[static_cast<int>(i)];
        lists_[i].calls.assign(now.CmdBuffer.begin(), now.CmdBuffer.end());
        lists_[i].indices.assign(now.IdxBuffer.begin(), now.IdxBuffer.end());
        lists_[i].corners.assign(now.VtxBuffer.begin(), now.VtxBuffer.end());
    }
    return comparable ? changed.outward().meet(all) : all;
}

}  // namespace hamer::ui
