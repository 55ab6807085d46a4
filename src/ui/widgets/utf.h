// Between UTF-8, as texts are kept, and single characters, as they are edited.
#pragma once

#include <string>
#include <string_view>

namespace hamer::ui {

[[nodiscard]] std::u32string to_utf32(std::string_view utf8);  // U+FFFD for what is not UTF-8
[[nodiscard]] std::string to_utf8(std::u32string_view characters);

}  // namespace hamer::ui
