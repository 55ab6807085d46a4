#include "base/shown_text.h"

#include "base/text.h"

namespace hamer {

namespace {

// How many bytes the character takes that begins here; what is no character takes one.
std::size_t character_length(std::string_view bytes) {
    std::size_t length = 1;
    while (length < bytes.size() && (static_cast<unsigned char>(bytes[length]) & 0xC0) == 0x80) ++length;
    return length;
}

unsigned code_of(std::string_view character) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(character[i]); };
    if (character.size() == 1) return byte(0);
    if (character.size() == 2) return ((byte(0) & 0x1Fu) << 6) | (byte(1) & 0x3Fu);
    if (character.size() == 3) return ((byte(0) & 0x0Fu) << 12) | ((byte(1) & 0x3Fu) << 6) | (byte(2) & 0x3Fu);
    return ((byte(0) & 0x07u) << 18) | ((byte(1) & 0x3Fu) << 12) | ((byte(2) & 0x3Fu) << 6) | (byte(3) & 0x3Fu);
}

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
        const std::string_view character = json.substr(0, character_length(json));
        const bool plain =
            character.size() == 1 ? static_cast<unsigned char>(character[0]) < 0x7F : printable(character) == character;
        const unsigned code = plain ? 0 : code_of(character);
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
