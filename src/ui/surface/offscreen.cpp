#define GL_GLEXT_PROTOTYPES
#include "ui/surface/offscreen.h"

#include "base/attempt.h"
#include "ui/surface/canvas.h"

#include <GL/gl.h>
#include <GL/glext.h>
#include <algorithm>

namespace hamer::ui {
namespace {

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
    ASSIGN_OR_RETURN(auto context, OffscreenContext::open());
    return std::unique_ptr<Offscreen>(new Offscreen(std::move(context)));
}

Offscreen::Offscreen(std::unique_ptr<OffscreenContext> context) : context_(std::move(context)) {}
Offscreen::~Offscreen() = default;

Result<Picture> Offscreen::picture(Stage& stage, std::int64_t now_ms, const Draw& draw) {
    return Sheet(*this, stage).picture(now_ms, draw);
}

struct Offscreen::Sheet::Parts {
    Offscreen& offscreen;
    Stage& stage;
    std::unique_ptr<Canvas> canvas;
    std::unique_ptr<Renderer> renderer;

    [[nodiscard]] bool use() const { return offscreen.context_->use(); }
};

Offscreen::Sheet::Sheet(Offscreen& offscreen, Stage& stage)
    : parts_(std::make_unique<Parts>(Parts{offscreen, stage, {}, {}})) {}

Offscreen::Sheet::~Sheet() { (void)parts_->use(); }

Result<Picture> Offscreen::Sheet::picture(const std::function<std::int64_t()>& now_ms, const Draw& draw) {
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
