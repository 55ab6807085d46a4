// What of the window changed since the frame before, by comparing what the two frames draw: so that a second that
// passes costs the drawing of its digits, and not of the whole window.
//
// Exact: outside of the rectangle both frames draw the same triangles in the same order, and so the same pixels.
#pragma once

#include "ui/toolkit/widgets/rect.h"

#include <imgui.h>
#include <vector>

namespace hamer::ui {

class Damage {
  public:
    // The part that differs from the frame of the call before, in whole pixels; empty when none does, and all of it
    // when more changed than the corners of triangles (their places, colours and glyphs), or there was no frame before.
    [[nodiscard]] Rect since_last(const ImDrawData& drawn);
    // The frame before counts no more: its glyphs were drawn anew, or its ground has another colour.
    void forget() { lists_.clear(); }

  private:
    struct List {
        std::vector<ImDrawCmd> calls;
        std::vector<ImDrawIdx> indices;
        std::vector<ImDrawVert> corners;
    };

    std::vector<List> lists_;
    Rect all_;
};

}  // namespace hamer::ui
