// Lies over all that was drawn before it in this frame, and takes every tap on it.
#pragma once

#include "ui/toolkit/widgets/ui.h"

#include <string_view>

namespace hamer::ui {

class Floating {
  public:
    Floating(Ui& ui, std::string_view key, Rect rect);
    ~Floating();
    Floating(const Floating&) = delete;
    Floating& operator=(const Floating&) = delete;

  private:
    Ui& ui_;
};

}  // namespace hamer::ui
