#define GL_GLEXT_PROTOTYPES
#include "ui/surface/offscreen.h"

#include "ui/surface/renderer.h"

#include <EGL/egl.h>
#include <EGL/eglext.h>
#include <GL/gl.h>
#include <GL/glext.h>
#include <algorithm>

namespace hamer::ui {
namespace {

constexpr const char* advice = "Install Debian's packages libegl1 and libgl1-mesa-dri.";

tl::unexpected<Error> no_picture(const std::string& problem) {
    return fail(ErrorKind::Usage, "no pictures", problem, advice);
}

// A texture to draw in, of the size asked.
class Target {
  public:
    Target(int width, int height) {
        glGenTextures(1, &texture_);
        glBindTexture(GL_TEXTURE_2D, texture_);
        glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
        glGenFramebuffers(1, &framebuffer_);
        glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_);
        glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, texture_, 0);
    }
    ~Target() {
        glBindFramebuffer(GL_FRAMEBUFFER, 0);
        glDeleteFramebuffers(1, &framebuffer_);
        glDeleteTextures(1, &texture_);
    }
    Target(const Target&) = delete;
    Target& operator=(const Target&) = delete;

    [[nodiscard]] static bool complete() { return glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE; }

  private:
    GLuint texture_ = 0;
    GLuint framebuffer_ = 0;
};

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
    if (eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, context_) == EGL_FALSE) {
        return no_picture("OpenGL cannot be used from here");
    }
    const int width = static_cast<int>(stage.display().width);
    const int height = static_cast<int>(stage.display().height);
    const Target target(width, height);
    if (!Target::complete()) return no_picture("OpenGL cannot draw a picture of this size");
    Renderer(stage).frame(now_ms, draw);
    return read_back(width, height);
}

}  // namespace hamer::ui
