// Pictures of a stage without a display: EGL without a surface, drawn in software where there is no graphics card.
//
// Opening fails with one sentence where EGL or OpenGL 3.3 is missing. One may serve many stages, one after another,
// from one thread.
#pragma once

#include "base/result.h"
#include "ui/surface/picture.h"
#include "ui/widgets/stage.h"

#include <memory>

namespace hamer::ui {

class Offscreen {
  public:
    [[nodiscard]] static Result<std::unique_ptr<Offscreen>> open();
    ~Offscreen();
    Offscreen(const Offscreen&) = delete;
    Offscreen& operator=(const Offscreen&) = delete;

    // Draws one more frame of the stage at this moment, at the stage's own size, and returns what it shows.
    [[nodiscard]] Result<Picture> picture(Stage& stage, std::int64_t now_ms, const Draw& draw);

  private:
    Offscreen() = default;
    void* display_ = nullptr;  // EGLDisplay
    void* context_ = nullptr;  // EGLContext
};

}  // namespace hamer::ui
