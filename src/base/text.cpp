#include "base/text.h"

#include "base/letters.h"

#include <algorithm>

namespace hamer {

namespace {

// What stands between words where a line or a cell ends.
bool is_gap(std::int32_t code) {
    return (code >= 0x09 && code <= 0x0D) || code == 0x85 || code == 0x2028 || code == 0x2029;
}

// What is not seen but steers: control characters, what reorders or joins, marks of byte order, of deprecated languages
// and of annotations, and what is no character.
bool steers(std::int32_t code) {
    const auto in = [code](std::int32_t first, std::int32_t last) { return code >= first && code <= last; };
    return code < 0x20 || in(0x7F, 0x9F) || code == 0x34F || code == 0x61C || code == 0x180E || in(0x200B, 0x200F) ||
           in(0x2028, 0x202E) || in(0x2060, 0x206F) || code == 0xFEFF || in(0xFFF9, 0xFFFB) || in(0xFDD0, 0xFDEF) ||
           (code & 0xFFFE) == 0xFFFE || in(0xE0000, 0xE007F);
}

// How many bytes at its beginning stay as they are at a glance: the seen ones of ASCII, of which most texts are.
std::size_t plain_size(std::string_view text) {
    std::size_t size = 0;
    while (size < text.size() && text[size] >= 0x20 && text[size] < 0x7F) ++size;
    return size;
}

bool is_name_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
           c == '.';
}

// The end of the name that starts at `begin`, or npos when no {name} stands there.
std::size_t name_end(std::string_view text, std::size_t begin) {
    std::size_t end = begin;
    while (end < text.size() && is_name_character(text[end])) ++end;
    return end > begin && end < text.size() && text[end] == '}' ? end : std::string_view::npos;
}

}  // namespace

std::string_view code(Language language) { return Say{language}("nl", "en"); }

std::optional<Language> language_from(std::string_view code) {
    if (code == "nl") return Language::Dutch;
    if (code == "en") return Language::English;
    return std::nullopt;
}

bool is_utf8(std::string_view bytes) {
    for (std::size_t at = 0; at < bytes.size();) {
        if (static_cast<unsigned char>(bytes[at]) < 0x80) {
            ++at;
            continue;
        }
        const Letter letter = letter_at(bytes, at);
        if (letter.point < 0) return false;
        at += letter.size;
    }
    return true;
}

std::string printable(std::string_view text, std::size_t limit) {
    std::string out;
    while (!text.empty()) {
        if (const std::size_t plain = plain_size(text); plain > 0) {
            out += text.substr(0, std::min(plain, limit - out.size()));
            if (out.size() == limit) break;
            text.remove_prefix(plain);
            continue;
        }
        const Letter letter = letter_at(text, 0);
        const bool returned = text.starts_with("\r\n");  // one line end, as the system that wrote it sees it
        const std::string_view shown = letter.point < 0       ? std::string_view("\xEF\xBF\xBD")
                                       : is_gap(letter.point) ? std::string_view(" ")
                                       : steers(letter.point) ? std::string_view()
                                                              : text.substr(0, letter.size);
        if (out.size() + shown.size() > limit) break;
        out += shown;
        text.remove_prefix(returned ? 2 : letter.size);
    }
    return out;
}

std::string to_hex(std::string_view bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out(bytes.size() * 2, '\0');
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const auto byte = static_cast<unsigned char>(bytes[i]);
        out[2 * i] = digits[byte >> 4];
        out[2 * i + 1] = digits[byte & 15];
    }
    return out;
}

std::vector<std::string> placeholders(std::string_view text) {
    std::vector<std::string> names;
    for (std::size_t i = text.find('{'); i != std::string_view::npos; i = text.find('{', i + 1)) {
        const std::size_t end = name_end(text, i + 1);
        if (end != std::string_view::npos) names.emplace_back(text.substr(i + 1, end - i - 1));
    }
    return names;
}

std::string expand(std::string_view text, const PlaceholderValue& value) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::size_t end = text[i] == '{' ? name_end(text, i + 1) : std::string_view::npos;
        if (end != std::string_view::npos) {
            if (const auto found = value(text.substr(i + 1, end - i - 1))) {
                out += *found;
                i = end;
                continue;
            }
        }
        out += text[i];
    }
    return out;
}

}  // namespace hamer
