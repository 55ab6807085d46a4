// Functions of OpenGL that opengl32.dll does not have by name, which is all of what came after version 1.1: each is
// asked of the driver when it is first called, of the context that is used then.
// https://learn.microsoft.com/windows/win32/api/wingdi/nf-wingdi-wglgetprocaddress
#define GL_GLEXT_PROTOTYPES
#include "platform/windows/system.h"

#include <GL/gl.h>
#include <GL/glext.h>

namespace {

template <typename Function>
Function of_driver(const char* name) {
    return reinterpret_cast<Function>(reinterpret_cast<void*>(::wglGetProcAddress(name)));
}

}  // namespace

// OpenGL 3.3, which the window asks for, has them all.
extern "C" {

void APIENTRY glGenFramebuffers(GLsizei count, GLuint* made) {
    static const auto call = of_driver<PFNGLGENFRAMEBUFFERSPROC>("glGenFramebuffers");
    call(count, made);
}

void APIENTRY glDeleteFramebuffers(GLsizei count, const GLuint* gone) {
    static const auto call = of_driver<PFNGLDELETEFRAMEBUFFERSPROC>("glDeleteFramebuffers");
    call(count, gone);
}

void APIENTRY glBindFramebuffer(GLenum target, GLuint framebuffer) {
    static const auto call = of_driver<PFNGLBINDFRAMEBUFFERPROC>("glBindFramebuffer");
    call(target, framebuffer);
}

GLenum APIENTRY glCheckFramebufferStatus(GLenum target) {
    static const auto call = of_driver<PFNGLCHECKFRAMEBUFFERSTATUSPROC>("glCheckFramebufferStatus");
    return call(target);
}

void APIENTRY glFramebufferTexture2D(GLenum target, GLenum attachment, GLenum texture_target, GLuint texture,
                                     GLint level) {
    static const auto call = of_driver<PFNGLFRAMEBUFFERTEXTURE2DPROC>("glFramebufferTexture2D");
    call(target, attachment, texture_target, texture, level);
}

void APIENTRY glBlitFramebuffer(GLint from_left, GLint from_top, GLint from_right, GLint from_bottom, GLint to_left,
                                GLint to_top, GLint to_right, GLint to_bottom, GLbitfield what, GLenum filter) {
    static const auto call = of_driver<PFNGLBLITFRAMEBUFFERPROC>("glBlitFramebuffer");
    call(from_left, from_top, from_right, from_bottom, to_left, to_top, to_right, to_bottom, what, filter);
}

}  // extern "C"
