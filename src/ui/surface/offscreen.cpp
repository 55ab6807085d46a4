#define GL_GLEXT_PROTOTYPES
#include "ui/surface/offscreen.h"

#include "ui/surface/canvas.h"

#include <EGL/egl.h>
#include <EGL/eglext.h>
#include <GL/gl.h>
#include <GL/glext.h>
#include <algorithm>

namespace hamer::ui {
namespace {

constexpr const char* advice = "Install Debian's packages libegl1 and libgl1-mesa-dri.";

tl::unexpected<Error> no_picture(const std::string& problem) {
    return fail(ErrorKind::Usage, "no pictures", problem, advice, Trouble::NoWindow);
}

Picture read_back(int width, int height) {
    Picture picture{width, height, {}};
    const auto row = static_cast<std::size_t>(width) * 4;
    std::vector<std::uint8_t> upside_down(row * static_cast<std::size_t>(height));
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE, upside_down.data());
    picture.rgba.resize(upside_down.size());
    for (std::size_t y = 0; y < static_cast<std::size_t>(height); ++y) {
        const auto* from = upside_down.data() + (static_cast<std::size_t>(height) - 1 - y) * row;
        std::copy(from, from + row, picture.rgba.data() + y * row);
    }
    for (std::size_t alpha = 3; alpha < picture.rgba.size(); alpha += 4) picture.rgba[alpha] = 255;
    return picture;
}

}  // namespace

Result<std::unique_ptr<Offscreen>> Offscreen::open() {
    const auto get_display =
        reinterpret_cast<PFNEGLGETPLATFORMDISPLAYEXTPROC>(eglGetProcAddress("eglGetPlatformDisplayEXT"));
    if (get_display == nullptr) return no_picture("this EGL cannot draw without a display");
    std::unique_ptr<Offscreen> offscreen(new Offscreen);
    EGLDisplay display = get_display(EGL_PLATFORM_SURFACELESS_MESA, nullptr, nullptr);
    if (display == EGL_NO_DISPLAY || eglInitialize(display, nullptr, nullptr) == EGL_FALSE) {
        return no_picture("EGL does not start");
    }
    offscreen->display_ = display;
    if (eglBindAPI(EGL_OPENGL_API) == EGL_FALSE) return no_picture("EGL offers no OpenGL");
    const EGLint config_wishes[] = {EGL_SURFACE_TYPE, EGL_PBUFFER_BIT, EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT, EGL_NONE};
    EGLConfig config = nullptr;
    EGLint count = 0;
    if (eglChooseConfig(display, config_wishes, &config, 1, &count) == EGL_FALSE || count < 1) config = nullptr;
    const EGLint wishes[] = {
        EGL_CONTEXT_MAJOR_VERSION,           3,       EGL_CONTEXT_MINOR_VERSION, 3, EGL_CONTEXT_OPENGL_PROFILE_MASK,
        EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT, EGL_NONE};
    offscreen->context_ = eglCreateContext(display, config, EGL_NO_CONTEXT, wishes);
    if (offscreen->context_ == EGL_NO_CONTEXT) return no_picture("there is no OpenGL 3.3");
    return offscreen;
}

Offscreen::~Offscreen() {
    if (display_ == nullptr) return;
    eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
    if (context_ != nullptr) eglDestroyContext(display_, context_);
    eglTerminate(display_);
}

Result<Picture> Offscreen::picture(Stage& stage, std::int64_t now_ms, const Draw& draw) {
    return Sheet(*this, stage).picture(now_ms, draw);
}

struct Offscreen::Sheet::Parts {
    Offscreen& offscreen;
    Stage& stage;
    std::unique_ptr<Canvas> canvas;
    std::unique_ptr<Renderer> renderer;

    [[nodiscard]] bool use() const {
        return eglMakeCurrent(offscreen.display_, EGL_NO_SURFACE, EGL_NO_SURFACE, offscreen.context_) == EGL_TRUE;
    }
};

Offscreen::Sheet::Sheet(Offscreen& offscreen, Stage& stage)
    : parts_(std::make_unique<Parts>(Parts{offscreen, stage, {}, {}})) {}

Offscreen::Sheet::~Sheet() { (void)parts_->use(); }

Result<Picture> Offscreen::Sheet::picture(std::int64_t now_ms, const Draw& draw) {
    if (!parts_->use()) return no_picture("OpenGL cannot be used from here");
    if (!parts_->canvas) parts_->canvas = std::make_unique<Canvas>();
    if (!parts_->renderer) parts_->renderer = std::make_unique<Renderer>(parts_->stage);
    const int width = static_cast<int>(parts_->stage.display().width);
    const int height = static_cast<int>(parts_->stage.display().height);
    const auto under = parts_->canvas->begin(width, height);
    if (!under) return no_picture("OpenGL cannot draw a picture of this size");
    parts_->renderer->frame(now_ms, draw, *under);
    return read_back(width, height);
}

}  // namespace hamer::ui
