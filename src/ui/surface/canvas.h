// A place to draw that keeps what was drawn, which a window's own does not promise once it was shown: OpenGL draws into
// a texture of the size asked. Its OpenGL context is current whenever it is used.
#pragma once

#include "ui/surface/renderer.h"

namespace hamer::ui {

class Canvas {
  public:
    Canvas() = default;
    ~Canvas();
    Canvas(const Canvas&) = delete;
    Canvas& operator=(const Canvas&) = delete;

    // From now on OpenGL draws here. What lies there: nothing the first time, and after a change of size. No value when
    // OpenGL cannot do it; then it draws into the window, as before.
    [[nodiscard]] std::optional<Under> begin(int width, int height);
    // Shows it in the window, where OpenGL draws from now on: all of it, or what is left when it is so many pixels
    // higher, with nothing below.
    void show(int higher = 0) const;

  private:
    void drop();

    int width_ = 0;
    int height_ = 0;
    unsigned texture_ = 0;
    unsigned framebuffer_ = 0;
};

}  // namespace hamer::ui
