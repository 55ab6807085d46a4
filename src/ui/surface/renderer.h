// Draws a stage's frames with OpenGL 3. The caller has made a GL context current and keeps it so.
#pragma once

#include "base/result.h"
#include "ui/widgets/stage.h"

namespace hamer::ui {

class Renderer {
  public:
    explicit Renderer(Stage& stage);  // the stage outlives the renderer
    ~Renderer();
    Renderer(const Renderer&) = delete;
    Renderer& operator=(const Renderer&) = delete;

    // What can be done for a stage before there is OpenGL, on any thread.
    static void ready(const Stage& stage);

    // One frame of the stage, drawn into the current framebuffer.
    void frame(std::int64_t now_ms, const Draw& draw);

  private:
    Stage& stage_;
    unsigned uploaded_ = 0;
};

}  // namespace hamer::ui
