// Everything a widget needs to look like Hamer: colours, sizes and glyphs, for one display and one user's look.
#pragma once

#include "ui/toolkit/theme/fonts.h"
#include "ui/toolkit/theme/metrics.h"
#include "ui/toolkit/theme/palette.h"

namespace hamer::ui {

class Theme {
  public:
    Theme(Display display, Look look);

    [[nodiscard]] const Palette& colours() const { return palette(look_.face); }
    [[nodiscard]] const Metrics& metrics() const { return metrics_; }
    [[nodiscard]] const Look& look() const { return look_; }
    [[nodiscard]] Fonts& fonts() { return fonts_; }
    [[nodiscard]] const Fonts& fonts() const { return fonts_; }

    // Between frames. True when the atlas changed and must be uploaded again.
    bool adopt(Display display, Look look);
    // Draws all type so much smaller from now on; 1: as asked.
    void shrink_type_to(float share);
    // Gives ImGui's own parts (scrollbars, windows) this theme. Call with the context current.
    void style() const;

  private:
    Look look_;
    Metrics metrics_;
    Fonts fonts_;
};

}  // namespace hamer::ui
