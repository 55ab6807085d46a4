// EGL without a surface, as Mesa has it.
#include "platform/offscreen_context.h"

#include <EGL/egl.h>
#include <EGL/eglext.h>

namespace hamer {

struct OffscreenContext::Parts {
    EGLDisplay display = EGL_NO_DISPLAY;
    EGLContext context = EGL_NO_CONTEXT;

    ~Parts() {
        if (display == EGL_NO_DISPLAY) return;
        eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
        if (context != EGL_NO_CONTEXT) eglDestroyContext(display, context);
        eglTerminate(display);
    }
};

OffscreenContext::OffscreenContext() : parts_(std::make_unique<Parts>()) {}
OffscreenContext::~OffscreenContext() = default;

tl::unexpected<Error> no_picture(const std::string& problem) {
    return fail(ErrorKind::Usage, "no pictures", problem, "Install Debian's packages libegl1 and libgl1-mesa-dri.",
                Trouble::NoWindow);
}

Result<std::unique_ptr<OffscreenContext>> OffscreenContext::open() {
    const auto get_display =
        reinterpret_cast<PFNEGLGETPLATFORMDISPLAYEXTPROC>(eglGetProcAddress("eglGetPlatformDisplayEXT"));
    if (get_display == nullptr) return no_picture("this EGL cannot draw without a display");
    std::unique_ptr<OffscreenContext> made(new OffscreenContext);
    EGLDisplay display = get_display(EGL_PLATFORM_SURFACELESS_MESA, nullptr, nullptr);
    if (display == EGL_NO_DISPLAY || eglInitialize(display, nullptr, nullptr) == EGL_FALSE) {
        return no_picture("EGL does not start");
    }
    made->parts_->display = display;
    if (eglBindAPI(EGL_OPENGL_API) == EGL_FALSE) return no_picture("EGL offers no OpenGL");
    const EGLint config_wishes[] = {EGL_SURFACE_TYPE, EGL_PBUFFER_BIT, EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT, EGL_NONE};
    EGLConfig config = nullptr;
    EGLint count = 0;
    if (eglChooseConfig(display, config_wishes, &config, 1, &count) == EGL_FALSE || count < 1) config = nullptr;
    const EGLint wishes[] = {
        EGL_CONTEXT_MAJOR_VERSION,           3,       EGL_CONTEXT_MINOR_VERSION, 3, EGL_CONTEXT_OPENGL_PROFILE_MASK,
        EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT, EGL_NONE};
    made->parts_->context = eglCreateContext(display, config, EGL_NO_CONTEXT, wishes);
    if (made->parts_->context == EGL_NO_CONTEXT) return no_picture("there is no OpenGL 3.3");
    return made;
}

bool OffscreenContext::use() const {
    return eglMakeCurrent(parts_->display, EGL_NO_SURFACE, EGL_NO_SURFACE, parts_->context) == EGL_TRUE;
}

}  // namespace hamer
