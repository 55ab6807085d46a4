#include "platform/screen_keyboard.h"

namespace hamer {

std::unique_ptr<ScreenKeyboard> screen_keyboard(GLFWwindow*, std::function<void()>) { return nullptr; }

}  // namespace hamer
