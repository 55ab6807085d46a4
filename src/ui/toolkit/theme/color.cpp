#include "ui/toolkit/theme/color.h"

#include <algorithm>
#include <cmath>

namespace hamer::ui {
namespace {

double linear(std::uint8_t channel) {
    const double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

std::uint8_t between(std::uint8_t from, std::uint8_t to, double share) {
    return static_cast<std::uint8_t>(std::lround(from + (to - from) * std::clamp(share, 0.0, 1.0)));
}

}  // namespace

double luminance(Color color) { return 0.2126 * linear(color.r) + 0.7152 * linear(color.g) + 0.0722 * linear(color.b); }

double contrast(Color one, Color other) {
    const double a = luminance(one) + 0.05;
    const double b = luminance(other) + 0.05;
    return std::max(a, b) / std::min(a, b);
}

Color mix(Color from, Color to, double share) {
    return Color{between(from.r, to.r, share), between(from.g, to.g, share), between(from.b, to.b, share)};
}

}  // namespace hamer::ui
