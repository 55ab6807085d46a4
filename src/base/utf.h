// Between UTF-8 (RFC 3629), as texts are kept, and single characters, as they are edited.
#pragma once

#include <string>
#include <string_view>

namespace hamer {

// U+FFFD for each byte that belongs to no character.
[[nodiscard]] std::u32string to_utf32(std::string_view utf8);
// U+FFFD for what is no character: a surrogate, or beyond U+10FFFF.
[[nodiscard]] std::string to_utf8(std::u32string_view characters);

}  // namespace hamer
