#include "base/utf.h"

#include "base/letters.h"

#include <array>
#include <utf8proc.h>

namespace hamer {

namespace {

constexpr char32_t replacement = 0xFFFD;

}  // namespace

std::u32string to_utf32(std::string_view utf8) {
    std::u32string out;
    for (std::size_t at = 0; at < utf8.size();) {
        const Letter letter = letter_at(utf8, at);
        out.push_back(letter.point < 0 ? replacement : static_cast<char32_t>(letter.point));
        at += letter.size;
    }
    return out;
}

std::string to_utf8(std::u32string_view characters) {
    std::string out;
    for (const char32_t character : characters) {
        const auto point = static_cast<utf8proc_int32_t>(character);
        std::array<utf8proc_uint8_t, 4> bytes{};
        const auto size = utf8proc_encode_char(utf8proc_codepoint_valid(point) ? point : replacement, bytes.data());
        out.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(size));
    }
    return out;
}

}  // namespace hamer
