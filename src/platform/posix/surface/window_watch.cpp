#include "platform/window_watch.h"

namespace hamer {

std::unique_ptr<WindowWatch> watch_window(GLFWwindow*, WindowSigns) { return nullptr; }

}  // namespace hamer
