// OpenGL without a window, for pictures. Drawn in software where there is no graphics card.
#pragma once

#include "base/result.h"

#include <memory>

namespace hamer {

// One thread at a time. Opening fails with one sentence where OpenGL 3.3 cannot be had without a display.
class OffscreenContext {
  public:
    [[nodiscard]] static Result<std::unique_ptr<OffscreenContext>> open();
    ~OffscreenContext();
    OffscreenContext(const OffscreenContext&) = delete;
    OffscreenContext& operator=(const OffscreenContext&) = delete;

    // OpenGL's calls of this thread are for it from now on; false where that cannot be. There is nothing to draw on
    // before a framebuffer is made.
    [[nodiscard]] bool use() const;

  private:
    struct Parts;
    OffscreenContext();
    std::unique_ptr<Parts> parts_;
};

// The refusal of a picture, and what to install for it.
[[nodiscard]] tl::unexpected<Error> no_picture(const std::string& problem);

}  // namespace hamer
