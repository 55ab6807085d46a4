#include "ui/surface/window.h"

#define GLFW_INCLUDE_NONE
#include "platform/clipboard.h"
#include "platform/screen_on.h"
#include "platform/window_system.h"
#include "ui/surface/canvas.h"
#include "ui/surface/finger_typing.h"
#include "ui/surface/window_icon.h"
#include "ui/surface/window_keys.h"

#include <GLFW/glfw3.h>
#include <algorithm>
#include <atomic>
#include <cfloat>
#include <future>
#include <imgui.h>

namespace hamer::ui {
namespace {

constexpr int settling_frames = 3;  // after input: what moved under the pointer, what a tap changed, new glyphs
constexpr int least_width = 640;
constexpr int least_height = 480;

std::atomic<bool> nudged{false};  // set by other threads; there is one window

std::string glfw_problem() {
    const char* text = nullptr;
    glfwGetError(&text);
    return text == nullptr ? "the window system gives no reason" : text;
}

// The monitor that shows most of the window.
GLFWmonitor* monitor_of(GLFWwindow* window) {
    if (GLFWmonitor* own = glfwGetWindowMonitor(window)) return own;
    int x = 0, y = 0, w = 0, h = 0;
    glfwGetWindowPos(window, &x, &y);
    glfwGetWindowSize(window, &w, &h);
    const Rect mine{static_cast<float>(x), static_cast<float>(y), static_cast<float>(w), static_cast<float>(h)};
    int count = 0;
    GLFWmonitor** monitors = glfwGetMonitors(&count);
    GLFWmonitor* best = glfwGetPrimaryMonitor();
    float most = 0;
    for (int i = 0; i < count; ++i) {
        int mx = 0, my = 0;
        glfwGetMonitorPos(monitors[i], &mx, &my);
        const GLFWvidmode* mode = glfwGetVideoMode(monitors[i]);
        if (mode == nullptr) continue;
        const Rect part = mine.meet({static_cast<float>(mx), static_cast<float>(my), static_cast<float>(mode->width),
                                     static_cast<float>(mode->height)});
        if (part.w * part.h > most) {
            most = part.w * part.h;
            best = monitors[i];
        }
    }
    return best;
}

float pixels_per_unit(GLFWwindow* window) {
    int units = 0, pixels = 0;
    glfwGetWindowSize(window, &units, nullptr);
    glfwGetFramebufferSize(window, &pixels, nullptr);
    return units > 0 && pixels > 0 ? static_cast<float>(pixels) / static_cast<float>(units) : 1.0F;
}

Display display_of(GLFWwindow* window) {
    int w = 0, h = 0;
    glfwGetFramebufferSize(window, &w, &h);
    float sx = 1, sy = 1;
    glfwGetWindowContentScale(window, &sx, &sy);
    float dpi = believable_dpi(0, 0, sx);
    if (GLFWmonitor* monitor = monitor_of(window)) {
        int wide_mm = 0, high_mm = 0;
        glfwGetMonitorPhysicalSize(monitor, &wide_mm, &high_mm);
        if (const GLFWvidmode* mode = glfwGetVideoMode(monitor)) {
            const float pixels = static_cast<float>(mode->width) * pixels_per_unit(window);
            dpi = believable_dpi(pixels, static_cast<float>(wide_mm), sx);
        }
    }
    return {static_cast<float>(std::max(w, 1)), static_cast<float>(std::max(h, 1)), dpi, sx};
}

// As wide and high as was asked, and no more than the screen has room for; on a screen that stands upright the other
// way round. Of one that is scaled nothing is known before there is a window.
std::pair<int, int> size_on_screen(const WindowOptions& options) {
    int x = 0, y = 0, w = 0, h = 0;
    float sx = 1, sy = 1;
    GLFWmonitor* monitor = glfwGetPrimaryMonitor();
    if (monitor == nullptr) return {options.width, options.height};
    glfwGetMonitorWorkarea(monitor, &x, &y, &w, &h);
    glfwGetMonitorContentScale(monitor, &sx, &sy);
    if (w < least_width || h < least_height || sx != 1) return {options.width, options.height};
    const bool upright = h > w && options.width > w;
    return {std::min(upright ? options.height : options.width, w),
            std::min(upright ? options.width : options.height, h)};
}

// What a new window's display will be, before there is one; display_of tells when there is.
Display expected_display(const WindowOptions& options) {
    float sx = 1, sy = 1;
    if (GLFWmonitor* monitor = glfwGetPrimaryMonitor()) glfwGetMonitorContentScale(monitor, &sx, &sy);
    const auto [width, height] = size_on_screen(options);
    return {static_cast<float>(width) * sx, static_cast<float>(height) * sy, believable_dpi(0, 0, sx), sx};
}

}  // namespace

// Everything that must go in order: first what OpenGL has, then the stage, then the window, then GLFW.
struct Window::Parts {
    GLFWwindow* window = nullptr;
    GLFWcursor* arrow = nullptr;
    GLFWcursor* beam = nullptr;
    std::unique_ptr<Clipboard> clipboard;
    ScreenOn screen_on;
    std::unique_ptr<Stage> stage;
    std::unique_ptr<Keyboard> keyboard;
    std::unique_ptr<Fingers> fingers;
    std::unique_ptr<WindowWatch> watched;
    std::unique_ptr<ScreenKeyboard> screen_keyboard;
    FingerTyping finger_typing;
    std::unique_ptr<Renderer> renderer;
    std::unique_ptr<Canvas> canvas;
    const Now* clock = nullptr;  // during a step
    bool woke = false;
    int settle = settling_frames;
    bool lost = true;  // what the window showed, or some of it: it is shown again
    int lifted = 0;    // how many pixels higher all was shown
    std::uint64_t frames = 0;
    Rect windowed{100, 100, 1280, 800};

    ~Parts() {
        screen_keyboard.reset();
        watched.reset();
        canvas.reset();
        renderer.reset();
        stage.reset();
        if (arrow != nullptr) glfwDestroyCursor(arrow);
        if (beam != nullptr) glfwDestroyCursor(beam);
        if (window != nullptr) glfwDestroyWindow(window);
        clipboard.reset();  // when the window is gone, as that may take its half second
        glfwTerminate();
    }

    void touched() { settle = settling_frames; }
    void uncovered() {
        lost = true;
        touched();
    }
    [[nodiscard]] std::int64_t now() const { return clock == nullptr ? 0 : (*clock)(); }
    void watch();
    void watch_fingers();
    void wake();
    void draw(const Draw& draw);
};

namespace {

// The clock of a step is asked for no longer than that.
struct ClockOfStep {
    const Window::Now*& clock;
    ~ClockOfStep() { clock = nullptr; }
};

template <typename PartsType>
PartsType& parts_of(GLFWwindow* window) {
    return *static_cast<PartsType*>(glfwGetWindowUserPointer(window));
}

}  // namespace

void Window::Parts::watch() {
    glfwSetWindowUserPointer(window, this);
    glfwSetCursorPosCallback(window, [](GLFWwindow* w, double x, double y) {
        const float scale = pixels_per_unit(w);
        Parts& parts = parts_of<Parts>(w);
        parts.fingers->mouse_to({static_cast<float>(x) * scale, static_cast<float>(y) * scale}, parts.now());
        parts.touched();
    });
    glfwSetCursorEnterCallback(window, [](GLFWwindow* w, int entered) {
        if (entered == 0) parts_of<Parts>(w).fingers->mouse_gone();
        parts_of<Parts>(w).touched();
    });
    glfwSetMouseButtonCallback(window, [](GLFWwindow* w, int button, int action, int) {
        Parts& parts = parts_of<Parts>(w);
        if (button == GLFW_MOUSE_BUTTON_LEFT) parts.fingers->mouse_press(action == GLFW_PRESS, parts.now());
        parts.touched();
    });
    glfwSetScrollCallback(window, [](GLFWwindow* w, double, double y) {
        parts_of<Parts>(w).stage->wheel(static_cast<float>(y));
        parts_of<Parts>(w).touched();
    });
    glfwSetKeyCallback(window, [](GLFWwindow* w, int key, int scan_code, int action, int mods) {
        Parts& parts = parts_of<Parts>(w);
        parts.touched();
        parts.keyboard->key(key, scan_code, action, mods, glfwGetKeyName(key, scan_code));
    });
    glfwSetCharCallback(window, [](GLFWwindow* w, unsigned character) {
        parts_of<Parts>(w).keyboard->character(static_cast<char32_t>(character));
        parts_of<Parts>(w).touched();
    });
    glfwSetDropCallback(window, [](GLFWwindow* w, int count, const char** paths) {
        parts_of<Parts>(w).stage->dropped(std::vector<std::string>(paths, paths + count));
        parts_of<Parts>(w).touched();
    });
    glfwSetWindowFocusCallback(window, [](GLFWwindow* w, int focused) {
        if (focused == 0) parts_of<Parts>(w).fingers->input_lost();
        parts_of<Parts>(w).uncovered();
    });
    // On another monitor, or when its scale was changed.
    glfwSetWindowContentScaleCallback(window, [](GLFWwindow* w, float, float) { parts_of<Parts>(w).uncovered(); });
    glfwSetFramebufferSizeCallback(window, [](GLFWwindow* w, int, int) { parts_of<Parts>(w).uncovered(); });
    glfwSetWindowPosCallback(window, [](GLFWwindow* w, int, int) { parts_of<Parts>(w).uncovered(); });
    glfwSetWindowIconifyCallback(window, [](GLFWwindow* w, int) { parts_of<Parts>(w).uncovered(); });
    glfwSetWindowRefreshCallback(window, [](GLFWwindow* w) { parts_of<Parts>(w).uncovered(); });
}

void Window::Parts::watch_fingers() {
    watched = watch_window(window, {.touched =
                                        [this](const TouchPoint& point) {
                                            fingers->touch(point, now());
                                            touched();
                                        },
                                    .woke =
                                        [this] {
                                            woke = true;
                                            uncovered();
                                        }});
    screen_keyboard = hamer::screen_keyboard(window, [] { nudge(); });
}

// All is drawn anew, as what was kept may be lost. And of a window that fills the screen GLFW keeps the size when the
// screen is turned.
void Window::Parts::wake() {
    if (!std::exchange(woke, false)) return;
    canvas = std::make_unique<Canvas>();
    GLFWmonitor* monitor = glfwGetWindowMonitor(window);
    const GLFWvidmode* mode = monitor == nullptr ? nullptr : glfwGetVideoMode(monitor);
    int width = 0, height = 0;
    glfwGetWindowSize(window, &width, &height);
    if (mode == nullptr || (mode->width == width && mode->height == height)) return;
    glfwSetWindowMonitor(window, monitor, 0, 0, mode->width, mode->height, mode->refreshRate);
}

void Window::Parts::draw(const Draw& draw) {
    stage->resize(display_of(window));
    // The first straight into the window, which is quickest. Later ones on a canvas, of which all that is the same
    // stays.
    const auto& display = stage->display();
    const auto under =
        frames > 0 ? canvas->begin(static_cast<int>(display.width), static_cast<int>(display.height)) : std::nullopt;
    const bool drawn = renderer->frame([this] { return now(); }, draw, under.value_or(Under::Nothing));
#if IMGUI_VERSION_NUM < 19200
    stage->theme().fonts().atlas()->ClearTexData();  // OpenGL has them
#endif
    const int higher =
        screen_keyboard && under ? finger_typing.lift(screen_keyboard->covers(), stage->ui(), *fingers) : 0;
    fingers->shown(display, static_cast<float>(higher));
    if (drawn || lost || higher != lifted) {
        if (under) canvas->show(higher);
        glfwSwapBuffers(window);
    }
    lost = false;
    lifted = higher;
    if (screen_keyboard) {
        if (const auto wish = finger_typing.wish(stage->ui(), *fingers)) screen_keyboard->wish(*wish);
    }
    if (frames++ == 0) set_window_icon(window);  // the first frame does not wait for it
    ImGui::SetCurrentContext(stage->context());
    glfwSetCursor(window, ImGui::GetMouseCursor() == ImGuiMouseCursor_TextInput ? beam : arrow);
}

Window::Window(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Window::~Window() = default;

Result<std::unique_ptr<Window>> Window::open(const WindowOptions& options) {
    if (!start_window_library()) {
        return fail(ErrorKind::Usage, "no display", glfw_problem(),
                    "Start Hamer on a desktop, or use `hamer walk` without a window.", Trouble::NoWindow);
    }
    // The glyphs are drawn while the graphics library starts, which takes longer. Should the window come out in another
    // size, the first frame draws them anew.
    auto stage = std::async(std::launch::async, [display = expected_display(options), look = options.look] {
        auto made = std::make_unique<Stage>(display, look);
        Renderer::ready(*made);
        return made;
    });
    auto parts = std::make_unique<Parts>();
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 2);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
    glfwWindowHint(GLFW_SCALE_TO_MONITOR, GLFW_TRUE);
    glfwWindowHintString(GLFW_X11_CLASS_NAME, application_id);
    glfwWindowHintString(GLFW_X11_INSTANCE_NAME, "hamer");  // GLFW takes both or none
#ifdef GLFW_WAYLAND_APP_ID
    glfwWindowHintString(GLFW_WAYLAND_APP_ID, application_id);
#endif
    const auto [width, height] = size_on_screen(options);
    parts->window = glfwCreateWindow(width, height, options.title.c_str(), nullptr, nullptr);
    if (parts->window == nullptr) {
        return fail(ErrorKind::Usage, "no OpenGL", glfw_problem(), how_to_get_opengl(), Trouble::NoWindow);
    }
    glfwSetWindowSizeLimits(parts->window, least_width, least_height, GLFW_DONT_CARE, GLFW_DONT_CARE);
    glfwMakeContextCurrent(parts->window);
    glfwSwapInterval(1);
    parts->arrow = glfwCreateStandardCursor(GLFW_ARROW_CURSOR);
    parts->beam = glfwCreateStandardCursor(GLFW_IBEAM_CURSOR);
    parts->stage = stage.get();
    parts->renderer = std::make_unique<Renderer>(*parts->stage);
    parts->canvas = std::make_unique<Canvas>();
    parts->clipboard = system_clipboard([] { nudge(); });
    parts->stage->use(*parts->clipboard);
    parts->keyboard = std::make_unique<Keyboard>(*parts->stage);
    parts->fingers = std::make_unique<Fingers>(*parts->stage);
    glfwSetInputMode(parts->window, GLFW_LOCK_KEY_MODS, GLFW_TRUE);
    parts->watch();
    parts->watch_fingers();
    std::unique_ptr<Window> window(new Window(std::move(parts)));
    if (options.full_screen) window->toggle_full_screen();
    return window;
}

bool Window::step(const Now& now_ms, const Draw& draw) {
    GLFWwindow* window = parts_->window;
    parts_->clock = &now_ms;
    const ClockOfStep until_the_end{parts_->clock};
    const std::int64_t before = now_ms();
    const auto wake = parts_->stage->wake();
    const bool due = wake && *wake <= before;
    if (parts_->settle > 0 || due) {
        glfwPollEvents();
    } else {
        wait_for_events(wake ? std::optional(*wake - before) : std::nullopt);
    }
    parts_->keyboard->settle();
    parts_->wake();
    if (nudged.exchange(false)) parts_->settle = std::max(parts_->settle, 1);
    if (glfwWindowShouldClose(window) == GLFW_TRUE) return false;
    const std::int64_t now = now_ms();
    const auto wanted = parts_->stage->wake();
    if (parts_->settle > 0 || (wanted && *wanted <= now)) {
        parts_->draw([&](Ui& ui) {
            if (ui.take(Key::F11) || ui.take_while_editing(Key::F11, {})) toggle_full_screen();
            draw(ui);
            if (ui.wished_full_screen()) toggle_full_screen();
        });
        parts_->screen_on.keep(parts_->stage->ui().wished_screen_on(), now);
        if (parts_->settle > 0) --parts_->settle;
    }
    return true;
}

void Window::run(const Now& now_ms, const Draw& draw) {
    while (step(now_ms, draw)) {
    }
}

void Window::nudge() {
    nudged = true;
    glfwPostEmptyEvent();
}

void Window::toggle_full_screen() {
    GLFWwindow* window = parts_->window;
    if (glfwGetWindowMonitor(window) != nullptr) {
        const Rect& back = parts_->windowed;
        glfwSetWindowMonitor(window, nullptr, static_cast<int>(back.x), static_cast<int>(back.y),
                             static_cast<int>(back.w), static_cast<int>(back.h), GLFW_DONT_CARE);
    } else if (GLFWmonitor* monitor = monitor_of(window)) {
        int x = 0, y = 0, w = 0, h = 0;
        glfwGetWindowPos(window, &x, &y);
        glfwGetWindowSize(window, &w, &h);
        parts_->windowed = {static_cast<float>(x), static_cast<float>(y), static_cast<float>(w), static_cast<float>(h)};
        const GLFWvidmode* mode = glfwGetVideoMode(monitor);
        if (mode == nullptr) return;
        glfwSetWindowMonitor(window, monitor, 0, 0, mode->width, mode->height, mode->refreshRate);
    }
    parts_->touched();
}

void Window::set_look(Look look) {
    parts_->stage->set_look(look);
    parts_->touched();
}

void Window::set_title(const std::string& title) { glfwSetWindowTitle(parts_->window, title.c_str()); }
void Window::close() { glfwSetWindowShouldClose(parts_->window, GLFW_TRUE); }
std::uint64_t Window::frames() const { return parts_->frames; }
bool Window::last_press_by_finger() const { return parts_->fingers->by_finger(); }
Stage& Window::stage() { return *parts_->stage; }

std::string Window::desktop_name() const { return desktop_name_of(parts_->window); }

}  // namespace hamer::ui
