// Opaque colours and the contrast between them as WCAG 2.1 defines it.
//
// Colours are opaque on purpose: what lies behind a word is then always known, and its contrast can be computed.
#pragma once

#include <cstdint>

namespace hamer::ui {

struct Color {
    std::uint8_t r = 0;
    std::uint8_t g = 0;
    std::uint8_t b = 0;

    bool operator==(const Color&) const = default;
};

// 0xRRGGBB
[[nodiscard]] constexpr Color rgb(std::uint32_t hex) {
    return Color{static_cast<std::uint8_t>(hex >> 16), static_cast<std::uint8_t>(hex >> 8),
                 static_cast<std::uint8_t>(hex)};
}

[[nodiscard]] double luminance(Color color);                  // relative luminance, 0 to 1
[[nodiscard]] double contrast(Color one, Color other);        // 1 to 21, whichever is lighter
[[nodiscard]] Color mix(Color from, Color to, double share);  // share 0 gives `from`, 1 gives `to`

}  // namespace hamer::ui
