#include "base/shown_text.h"

#include "base/letters.h"
#include "base/text.h"

namespace hamer {

namespace {

std::string escape(unsigned code) {
    const std::string bytes{static_cast<char>(code >> 8), static_cast<char>(code & 0xFF)};
    return "\\u" + to_hex(bytes);
}

}  // namespace

std::string printable_lines(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const std::size_t end = text.find_first_of("\n\t");
        std::string_view part = text.substr(0, end);
        const bool returned = end != std::string_view::npos && text[end] == '\n' && part.ends_with('\r');
        if (returned) part.remove_suffix(1);
        out += printable(part, std::string::npos);
        if (end == std::string_view::npos) break;
        if (returned) out += '\r';
        out += text[end];
        text.remove_prefix(end + 1);
    }
    return out;
}

std::string printable_json(std::string_view json) {
    std::string out;
    out.reserve(json.size());
    while (!json.empty()) {
        const Letter letter = letter_at(json, 0);
        const std::string_view character = json.substr(0, letter.size);
        const auto first = static_cast<unsigned char>(character[0]);
        const bool plain = character.size() == 1 ? first < 0x7F : printable(character) == character;
        const unsigned code = letter.point < 0 ? first : static_cast<unsigned>(letter.point);
        if (plain) {
            out += character;
        } else if (code < 0x10000) {
            out += escape(code);
        } else {
            out += escape(0xD800 + ((code - 0x10000) >> 10)) + escape(0xDC00 + ((code - 0x10000) & 0x3FF));
        }
        json.remove_prefix(character.size());
    }
    return out;
}

}  // namespace hamer
