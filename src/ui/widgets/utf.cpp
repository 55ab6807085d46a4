#include "ui/widgets/utf.h"

namespace hamer::ui {
namespace {

constexpr char32_t replacement = 0xFFFD;

struct Decoded {
    char32_t character = replacement;
    std::size_t bytes = 1;
};

Decoded decode(std::string_view text) {
    const auto first = static_cast<unsigned char>(text[0]);
    if (first < 0x80) return {first, 1};
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || text.size() < length) return {};
    char32_t character = first & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        const auto next = static_cast<unsigned char>(text[i]);
        if ((next & 0xC0) != 0x80) return {};
        character = character << 6 | (next & 0x3FU);
    }
    return {character, length};
}

}  // namespace

std::u32string to_utf32(std::string_view utf8) {
    std::u32string out;
    while (!utf8.empty()) {
        const Decoded next = decode(utf8);
        out.push_back(next.character);
        utf8.remove_prefix(next.bytes);
    }
    return out;
}

std::string to_utf8(std::u32string_view characters) {
    std::string out;
    const auto tail = [&out](char32_t character, int shift) {
        out.push_back(static_cast<char>(0x80 | ((character >> shift) & 0x3F)));
    };
    for (char32_t character : characters) {
        if (character > 0x10FFFF || (character >= 0xD800 && character <= 0xDFFF)) character = replacement;
        if (character < 0x80) {
            out.push_back(static_cast<char>(character));
        } else if (character < 0x800) {
            out.push_back(static_cast<char>(0xC0 | character >> 6));
            tail(character, 0);
        } else if (character < 0x10000) {
            out.push_back(static_cast<char>(0xE0 | character >> 12));
            tail(character, 6);
            tail(character, 0);
        } else {
            out.push_back(static_cast<char>(0xF0 | character >> 18));
            tail(character, 12);
            tail(character, 6);
            tail(character, 0);
        }
    }
    return out;
}

}  // namespace hamer::ui
