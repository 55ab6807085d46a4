// An area that scrolls: by wheel, by its bar, by dragging with a finger, and by keys when it has the focus.
//
//     Scroll scroll(ui, "log", rect);
//     Column column(scroll.content(), gap);
//     … widgets in column.next(height) …
//     scroll.extent(column.used());
//
// The area ends with the object's life. The bar stands to the right of the area, the focus ring around it: leave the
// padding of a panel (Gap::Normal) free there.
#pragma once

#include "ui/toolkit/widgets/ui.h"

#include <string>
#include <string_view>

namespace hamer::ui {

class Scroll {
  public:
    // Whether the keyboard can come to the area itself, to scroll what holds no widgets.
    enum class Stop { Yes, No };
    // `content`: what lies in it, where that may become something else; another one begins at its top.
    Scroll(Ui& ui, std::string_view key, Rect rect, Stop stop = Stop::Yes, std::string_view content = {});
    ~Scroll();
    Scroll(const Scroll&) = delete;
    Scroll& operator=(const Scroll&) = delete;

    // Where the content lies now: moved up by what is scrolled. Its height is what shows.
    [[nodiscard]] Rect content() const;
    // The content's height; without it nothing scrolls.
    void extent(float height) { extent_ = height; }
    [[nodiscard]] float offset() const { return offset_; }
    // What lies below `content()` keeps its place on the screen though it now begins so much lower; at once.
    void keep_place(float moved);
    void bring_into_view(float from, float to);  // offsets within the content; from the next frame

  private:
    void drag();
    void keys();
    void reveal();
    void go_to(float offset);

    Ui& ui_;
    std::string key_;
    Rect rect_;
    float extent_ = 0;
    float offset_ = 0;
    std::size_t seen_ = 0;
};

}  // namespace hamer::ui
