// Pictures of a stage without a display, drawn in software where there is no graphics card.
//
// Opening fails with one sentence where OpenGL 3.3 cannot be had so. One may serve many stages, one after another,
// from one thread.
#pragma once

#include "base/result.h"
#include "platform/offscreen_context.h"
#include "ui/surface/picture.h"
#include "ui/toolkit/widgets/stage.h"

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

    // Pictures of one stage, each drawn over the one before as a window does it: only what is different.
    class Sheet {
      public:
        Sheet(Offscreen& offscreen, Stage& stage);  // both outlive it
        ~Sheet();
        Sheet(const Sheet&) = delete;
        Sheet& operator=(const Sheet&) = delete;

        [[nodiscard]] Result<Picture> picture(const std::function<std::int64_t()>& now_ms, const Draw& draw);
        [[nodiscard]] Result<Picture> picture(std::int64_t now_ms, const Draw& draw) {
            return picture([now_ms] { return now_ms; }, draw);
        }

      private:
        struct Parts;
        std::unique_ptr<Parts> parts_;
    };

  private:
    explicit Offscreen(std::unique_ptr<OffscreenContext> context);
    std::unique_ptr<OffscreenContext> context_;
};

}  // namespace hamer::ui
