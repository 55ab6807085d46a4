#include "ui/toolkit/theme/metrics.h"

#include <algorithm>
#include <cmath>

namespace hamer::ui {
namespace {

constexpr float millimetres_per_inch = 25.4F;

// How much larger than the smallest supported window, in steps, so that dragging a border does not ask for new glyphs
// at every pixel.
float fit(const Display& display) {
    const float narrow = std::min(display.width, display.height) / 800;
    const float wide = std::max(display.width, display.height) / 1280;
    const float room = std::min(narrow, wide) / display.content_scale;
    if (room >= 2.0F) return 1.5F;
    if (room >= 1.45F) return 1.25F;
    if (room >= 1.2F) return 1.1F;
    return 1.0F;
}

}  // namespace

float believable_dpi(float pixels, float millimetres, float content_scale) {
    if (millimetres > 0) {
        const float dpi = pixels / millimetres * millimetres_per_inch;
        if (dpi >= 60 && dpi <= 600) return dpi;
    }
    return 96 * std::max(content_scale, 0.5F);
}

Metrics::Metrics(Display display, float text_size) : display_(display) {
    display_.content_scale = std::clamp(display.content_scale, 0.5F, 4.0F);
    display_.dpi = std::clamp(display.dpi, 60.0F, 600.0F);
    scale_ = display_.content_scale * fit(display_);
    roomy_ = fit(display_) >= 1.25F;
    type_scale_ = scale_ * std::clamp(text_size, 1.0F, 2.0F);
}

float Metrics::mm(float millimetres) const { return std::ceil(millimetres * display_.dpi / millimetres_per_inch); }

float Metrics::in_mm(float pixels) const { return pixels * millimetres_per_inch / display_.dpi; }

float Metrics::gap(Gap gap) const { return px(static_cast<float>(gap)); }

float Metrics::px(float at_scale_one) const { return std::round(at_scale_one * scale_); }

float Metrics::with_type(float at_scale_one) const { return std::round(at_scale_one * type_scale_ * type_share_); }

float Metrics::type_px(Type type) const { return type_size(type) * type_scale_ * type_share_; }

float type_size(Type type) {
    switch (type) {
        case Type::Small:
            return 15;
        case Type::Body:
            return 17;
        case Type::Strong:
            return 17;
        case Type::Note:
        case Type::Label:
            return 20;
        case Type::Title:
            return 26;
        case Type::Words:
            return 29;
        case Type::WordsLarge:
            return 36;
        case Type::Display:
            return 42;
        case Type::Icon:
            return 22;
        case Type::IconLarge:
            return 48;
    }
    return 17;
}

}  // namespace hamer::ui
