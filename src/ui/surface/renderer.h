// Draws a stage's frames with OpenGL 3. The caller has made a GL context current and keeps it so.
#pragma once

#include "base/result.h"
#include "ui/surface/damage.h"
#include "ui/toolkit/widgets/stage.h"

#include <functional>
#include <optional>

namespace hamer::ui {

// What the framebuffer holds where a frame will be drawn.
enum class Under { Nothing, LastFrame };

class Renderer {
  public:
    explicit Renderer(Stage& stage);  // the stage outlives the renderer
    ~Renderer();
    Renderer(const Renderer&) = delete;
    Renderer& operator=(const Renderer&) = delete;

    // What can be done for a stage before there is OpenGL, on any thread.
    static void ready(const Stage& stage);

    // One frame of the stage, drawn into the current framebuffer: all of it, or over the last frame what is different.
    // One that is outdated when it is made (Stage::outdated), as by what a tap did in it, is passed over for the next.
    // Each has a time of its own by `now_ms`, as what a tap does may take a while. False: nothing is different, and
    // nothing was drawn.
    bool frame(const std::function<std::int64_t()>& now_ms, const Draw& draw, Under under);

  private:
    void make(std::int64_t now_ms, const Draw& draw);

    Stage& stage_;
    unsigned uploaded_ = 0;
    Damage damage_;
    std::optional<Color> ground_;
};

}  // namespace hamer::ui
