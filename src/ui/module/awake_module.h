// What the program and its module for the desktop's screen know of each other.
#pragma once

#include <memory>

namespace hamer::ui {

// While it lives the screen stays on; also a program that is killed lets go of it.
class ScreenKept {
  public:
    ScreenKept() = default;
    virtual ~ScreenKept() = default;
    ScreenKept(const ScreenKept&) = delete;
    ScreenKept& operator=(const ScreenKept&) = delete;
};

// Each may wait for another program, and gives null where it cannot keep the screen on.
std::unique_ptr<ScreenKept> keep_on_by_x11();
std::unique_ptr<ScreenKept> keep_on_by_bus();

struct AwakeModule {
    decltype(&keep_on_by_x11) by_x11;
    decltype(&keep_on_by_bus) by_bus;
};

}  // namespace hamer::ui
