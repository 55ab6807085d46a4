#define GL_GLEXT_PROTOTYPES
#include "ui/surface/canvas.h"

#include <GL/gl.h>
#include <GL/glext.h>

namespace hamer::ui {

Canvas::~Canvas() { drop(); }

void Canvas::drop() {
    if (framebuffer_ == 0) return;
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    glDeleteFramebuffers(1, &framebuffer_);
    glDeleteTextures(1, &texture_);
    framebuffer_ = texture_ = 0;
}

std::optional<Under> Canvas::begin(int width, int height) {
    if (framebuffer_ != 0 && width == width_ && height == height_) {
        glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_);
        return Under::LastFrame;
    }
    drop();
    width_ = width;
    height_ = height;
    glGenTextures(1, &texture_);
    glBindTexture(GL_TEXTURE_2D, texture_);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glGenFramebuffers(1, &framebuffer_);
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_);
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, texture_, 0);
    if (glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE) return Under::Nothing;
    drop();
    return std::nullopt;
}

void Canvas::show(int higher) const {
    glBindFramebuffer(GL_READ_FRAMEBUFFER, framebuffer_);
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, 0);
    glBlitFramebuffer(0, 0, width_, height_ - higher, 0, higher, width_, height_, GL_COLOR_BUFFER_BIT, GL_NEAREST);
    if (higher > 0) {
        glEnable(GL_SCISSOR_TEST);
        glScissor(0, 0, width_, higher);
        glClear(GL_COLOR_BUFFER_BIT);
        glDisable(GL_SCISSOR_TEST);
    }
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
}

}  // namespace hamer::ui
