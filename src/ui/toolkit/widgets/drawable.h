// A text as the fonts can draw it: what they have no glyph for is left out, never replaced by a mark.
//
// What belongs together goes together: an emoji with the joiners, selectors, tones of skin and letters of a flag that
// follow it, so that no piece of it stays behind. A digit in a keycap stays, as a digit. Where nothing but that stood,
// "…" says that there is something. The text itself is not changed, only what is drawn of it.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace hamer::ui {

using Draws = std::function<bool(char32_t)>;

// Whether any of it must be left out.
[[nodiscard]] bool is_drawable(std::string_view text, const Draws& draws);
[[nodiscard]] std::string drawable(std::string_view text, const Draws& draws);
// The same for one character by itself.
[[nodiscard]] bool is_drawable(char32_t character, const Draws& draws);

}  // namespace hamer::ui
