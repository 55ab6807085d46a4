// WGL has no context without a window: this one has a window that is never shown, which Windows allows where there is a
// session with a desktop, if nobody looks at it.
// https://registry.khronos.org/OpenGL/extensions/ARB/WGL_ARB_create_context.txt
#include "platform/offscreen_context.h"

#include "platform/window_system.h"
#include "platform/windows/system.h"

#include <GL/gl.h>
#include <GL/wglext.h>

namespace hamer {

struct OffscreenContext::Parts {
    HWND window = nullptr;
    HDC device = nullptr;
    HGLRC context = nullptr;

    ~Parts() {
        ::wglMakeCurrent(nullptr, nullptr);
        if (context != nullptr) ::wglDeleteContext(context);
        if (device != nullptr) ::ReleaseDC(window, device);
        if (window != nullptr) ::DestroyWindow(window);
    }
};

OffscreenContext::OffscreenContext() : parts_(std::make_unique<Parts>()) {}
OffscreenContext::~OffscreenContext() = default;

tl::unexpected<Error> no_picture(const std::string& problem) {
    return fail(ErrorKind::Usage, "no pictures", problem, how_to_get_opengl(), Trouble::NoWindow);
}

Result<std::unique_ptr<OffscreenContext>> OffscreenContext::open() {
    std::unique_ptr<OffscreenContext> made(new OffscreenContext);
    Parts& parts = *made->parts_;
    // A window of a kind that is always there.
    parts.window = ::CreateWindowExW(0, L"STATIC", L"", WS_POPUP, 0, 0, 1, 1, nullptr, nullptr,
                                     ::GetModuleHandleW(nullptr), nullptr);
    parts.device = parts.window == nullptr ? nullptr : ::GetDC(parts.window);
    if (parts.device == nullptr) return no_picture("this session has no desktop");
    PIXELFORMATDESCRIPTOR wishes{};
    wishes.nSize = sizeof wishes;
    wishes.nVersion = 1;
    wishes.dwFlags = PFD_DRAW_TO_WINDOW | PFD_SUPPORT_OPENGL;
    wishes.iPixelType = PFD_TYPE_RGBA;
    wishes.cColorBits = 24;
    const int format = ::ChoosePixelFormat(parts.device, &wishes);
    if (format == 0 || ::SetPixelFormat(parts.device, format, &wishes) == 0) return no_picture("there is no OpenGL");
    // What makes a context of a version is asked of a context of any.
    const HGLRC first = ::wglCreateContext(parts.device);
    if (first == nullptr || ::wglMakeCurrent(parts.device, first) == 0) return no_picture("OpenGL does not start");
    const auto create = reinterpret_cast<PFNWGLCREATECONTEXTATTRIBSARBPROC>(
        reinterpret_cast<void*>(::wglGetProcAddress("wglCreateContextAttribsARB")));
    const int version[] = {
        WGL_CONTEXT_MAJOR_VERSION_ARB,    3, WGL_CONTEXT_MINOR_VERSION_ARB, 3, WGL_CONTEXT_PROFILE_MASK_ARB,
        WGL_CONTEXT_CORE_PROFILE_BIT_ARB, 0};
    if (create != nullptr) parts.context = create(parts.device, nullptr, version);
    ::wglMakeCurrent(nullptr, nullptr);
    ::wglDeleteContext(first);
    if (parts.context == nullptr) return no_picture("there is no OpenGL 3.3");
    return made;
}

bool OffscreenContext::use() const { return ::wglMakeCurrent(parts_->device, parts_->context) != 0; }

}  // namespace hamer
