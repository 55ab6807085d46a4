// The window: GLFW and OpenGL 3. It sleeps: a frame is drawn only after input, when the last frame asked for one at a
// moment (Ui::wake_at), or when another thread calls `nudge`. F11 turns full screen on and off.
//
// Opening fails with one sentence where there is no display or no OpenGL. One window in a program, from its main
// thread.
#pragma once

#include "base/result.h"
#include "ui/toolkit/widgets/stage.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace hamer::ui {

struct WindowOptions {
    std::string title = "Hamer";
    int width = 1280;
    int height = 800;
    Look look;
    bool full_screen = false;
};

class Window {
  public:
    using Now = std::function<std::int64_t()>;  // monotonic milliseconds

    [[nodiscard]] static Result<std::unique_ptr<Window>> open(const WindowOptions& options);
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    // Waits until there is something to draw, and draws it: `draw` may be called more than once, when what a tap did
    // makes a frame outdated before it was shown. False when the user closes the window.
    [[nodiscard]] bool step(const Now& now_ms, const Draw& draw);
    void run(const Now& now_ms, const Draw& draw);

    // Draws soon. From any thread, while the window lives.
    static void nudge();

    void toggle_full_screen();
    void set_look(Look look);
    void set_title(const std::string& title);
    void close();
    [[nodiscard]] std::uint64_t frames() const;
    // Never, where fingers are not told apart (platform/window_watch.h).
    [[nodiscard]] bool last_press_by_finger() const;
    [[nodiscard]] Stage& stage();
    // What the desktop's own dialogs call it, to stand over it (platform/window_system.h).
    [[nodiscard]] std::string desktop_name() const;

  private:
    struct Parts;
    explicit Window(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

}  // namespace hamer::ui
