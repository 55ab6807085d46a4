// Rectangles in pixels, y down, and cutting them: a screen is laid out by cutting pieces off an area.
#pragma once

#include <algorithm>
#include <vector>

namespace hamer::ui {

struct Point {
    float x = 0;
    float y = 0;
};

struct Rect {
    float x = 0;
    float y = 0;
    float w = 0;
    float h = 0;

    [[nodiscard]] float right() const { return x + w; }
    [[nodiscard]] float bottom() const { return y + h; }
    [[nodiscard]] Point centre() const { return {x + w / 2, y + h / 2}; }
    [[nodiscard]] bool empty() const { return w <= 0 || h <= 0; }
    [[nodiscard]] bool contains(Point p) const { return p.x >= x && p.x < right() && p.y >= y && p.y < bottom(); }
    // Whether `other` lies within, give or take `slack` pixels.
    [[nodiscard]] bool holds(const Rect& other, float slack = 0.5F) const {
        return other.x >= x - slack && other.y >= y - slack && other.right() <= right() + slack &&
               other.bottom() <= bottom() + slack;
    }
    [[nodiscard]] Rect inset(float by) const { return inset(by, by); }
    [[nodiscard]] Rect inset(float dx, float dy) const {
        return {x + dx, y + dy, std::max(0.0F, w - 2 * dx), std::max(0.0F, h - 2 * dy)};
    }
    [[nodiscard]] Rect meet(const Rect& other) const {  // what both cover; empty when nothing
        const float left = std::max(x, other.x);
        const float top = std::max(y, other.y);
        return {left, top, std::max(0.0F, std::min(right(), other.right()) - left),
                std::max(0.0F, std::min(bottom(), other.bottom()) - top)};
    }

    // Each takes a piece off this rectangle and leaves `gap` between.
    Rect cut_top(float height, float gap = 0) {
        const Rect piece{x, y, w, std::min(height, h)};
        y += std::min(height + gap, h);
        h = std::max(0.0F, h - height - gap);
        return piece;
    }
    Rect cut_bottom(float height, float gap = 0) {
        const float taken = std::min(height, h);
        const Rect piece{x, bottom() - taken, w, taken};
        h = std::max(0.0F, h - height - gap);
        return piece;
    }
    Rect cut_left(float width, float gap = 0) {
        const Rect piece{x, y, std::min(width, w), h};
        x += std::min(width + gap, w);
        w = std::max(0.0F, w - width - gap);
        return piece;
    }
    Rect cut_right(float width, float gap = 0) {
        const float taken = std::min(width, w);
        const Rect piece{right() - taken, y, taken, h};
        w = std::max(0.0F, w - width - gap);
        return piece;
    }
};

// Equal parts side by side, or under each other, in whole pixels.
[[nodiscard]] std::vector<Rect> columns(Rect area, int count, float gap);
// The width of the narrowest of them: what fits in it fits in each.
[[nodiscard]] float column_width(float width, int count, float gap);
[[nodiscard]] std::vector<Rect> rows(Rect area, int count, float gap);

// Gives places from top to bottom, each as wide as the column.
class Column {
  public:
    Column(Rect area, float gap) : area_(area), gap_(gap), y_(area.y) {}

    Rect next(float height) {
        const Rect place{area_.x, y_, area_.w, height};
        y_ += height + gap_;
        return place;
    }
    void skip(float height) { y_ += height; }
    [[nodiscard]] float width() const { return area_.w; }
    [[nodiscard]] float used() const { return std::max(0.0F, y_ - area_.y - gap_); }  // without the last gap
    [[nodiscard]] float left() const { return std::max(0.0F, area_.bottom() - y_); }  // room that remains

  private:
    Rect area_;
    float gap_;
    float y_;
};

// Gives places from left to right, on the next line when a line is full. All places of a flow have one height.
class Flow {
  public:
    Flow(Rect area, float height, float gap) : area_(area), height_(height), gap_(gap), x_(area.x), y_(area.y) {}

    Rect next(float width) {
        const float wide = std::min(width, area_.w);
        if (x_ > area_.x && x_ + wide > area_.right() + 0.5F) {
            x_ = area_.x;
            y_ += height_ + gap_;
        }
        const Rect place{x_, y_, wide, height_};
        x_ += wide + gap_;
        return place;
    }
    [[nodiscard]] float used() const { return y_ + height_ - area_.y; }

  private:
    Rect area_;
    float height_;
    float gap_;
    float x_;
    float y_;
};

// The height a flow of these widths takes; for keeping room before drawing.
[[nodiscard]] float flow_height(float width, float height, float gap, const std::vector<float>& widths);

}  // namespace hamer::ui
