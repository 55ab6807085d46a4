// Drawing of a frame: filled shapes, lines, icons and laid-out text, with a memory of what was filled where, so that
// the ground behind any word is known and its contrast can be judged.
#pragma once

#include "ui/toolkit/theme/icons.h"
#include "ui/toolkit/theme/theme.h"
#include "ui/toolkit/widgets/rect.h"
#include "ui/toolkit/widgets/text_layout.h"

#include <string_view>
#include <vector>

struct ImDrawList;

namespace hamer::ui {

enum class Align { Left, Centre, Right };

class Painter {
  public:
    explicit Painter(Theme& theme) : theme_(theme) {}

    // A new frame on this ground.
    void begin(Color ground);
    // From here on draw above everything, until `below`.
    void above();
    void below();

    void fill(Rect rect, Color color, float radius = 0);
    // A line along the inside of the rectangle's border.
    void outline(Rect rect, Color color, float thickness, float radius = 0);
    void shadow(Rect rect, float radius);  // the soft one under a panel that lies on top
    void line(Point from, Point to, Color color, float thickness);
    void circle(Point centre, float radius, Color color);
    void ring(Point centre, float radius, Color color, float thickness);

    // The block's lines from the rectangle's top, aligned in its width.
    void text(Rect rect, const TextBlock& block, Color color, Align align = Align::Left);
    void icon(Point centre, Icon icon, Color color, Type size = Type::Icon);
    // As `icon`, with a size in pixels that is at most the font's.
    void icon_sized(Point centre, Icon icon, Color color, float px);

    [[nodiscard]] Color ground_at(Point point) const;

  private:
    struct Filled {
        Rect rect;
        Color color;
    };
    [[nodiscard]] ImDrawList* list() const;

    Theme& theme_;
    Color ground_;
    std::vector<Filled> filled_;
    bool above_ = false;
};

}  // namespace hamer::ui
