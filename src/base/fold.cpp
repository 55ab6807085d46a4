#include "base/fold.h"

#include "base/letters.h"

#include <array>
#include <cstdint>
#include <optional>
#include <utf8proc.h>

namespace hamer {

namespace {

// From U+00C0 on. "_" keeps the letter; two letters stand between bars.
constexpr std::string_view latin =
    "aaaaaa|ae|ceeeeiiii"     // C0
    "dnooooo_ouuuuy|th||ss|"  // D0
    "aaaaaa|ae|ceeeeiiii"     // E0
    "dnooooo_ouuuuy|th|y"     // F0
    "aaaaaacccccccc"          // 100
    "ddddeeeeeeeeee"          // 10E
    "gggggggghhhhiiiiiiiiii"  // 11C
    "|ij||ij|jjkkk"           // 132
    "llllllllllnnnnnnnnn"     // 139
    "oooooo|oe||oe|"          // 14C
    "rrrrrrssssssss"          // 154
    "tttttt"                  // 162
    "uuuuuuuuuuuu"            // 168
    "wwyyyzzzzzzs";           // 174

constexpr std::uint32_t first = 0xC0;
constexpr std::uint32_t last = 0x17F;

std::array<std::string_view, last - first + 1> table() {
    std::array<std::string_view, last - first + 1> made{};
    std::size_t at = 0;
    for (auto& letters : made) {
        if (latin.at(at) != '|') {
            letters = latin.substr(at++, 1);
            continue;
        }
        const std::size_t end = latin.find('|', at + 1);
        letters = latin.substr(at + 1, end - at - 1);
        at = end + 1;
    }
    return made;
}

// Accents that stand apart. Marks of scripts in which they are vowels stay.
bool is_accent(std::int32_t point) {
    return (point >= 0x300 && point <= 0x36F) || (point >= 0x1AB0 && point <= 0x1AFF) ||
           (point >= 0x1DC0 && point <= 0x1DFF) || (point >= 0x20D0 && point <= 0x20FF);
}

std::optional<std::string_view> latin_letters(std::int32_t point) {
    static const auto letters = table();
    if (point < static_cast<std::int32_t>(first) || point > static_cast<std::int32_t>(last)) return std::nullopt;
    const std::string_view found = letters[static_cast<std::uint32_t>(point) - first];
    return found == "_" ? std::nullopt : std::optional(found);
}

// What is not seen: a soft hyphen, joiners, a byte order mark.
bool is_unseen(std::int32_t point) {
    return point == 0xAD || (point >= 0x200B && point <= 0x200D) || point == 0x2060 || point == 0xFEFF;
}

// A character beyond ASCII: in small letters, taken apart, without its accents.
template <typename Made>
void fold_letter(std::int32_t point, std::string_view as_written, const Made& made) {
    if (const auto letters = latin_letters(point)) return made(*letters);
    if (is_unseen(point)) return;
    if (is_wide_space(point)) return made(" ");
    if (point == 0x2010 || point == 0x2011) return made("-");
    constexpr std::size_t most = 32;
    std::array<utf8proc_int32_t, most> parts{};
    int boundary = UTF8PROC_BOUNDCLASS_START;
    const auto count = utf8proc_decompose_char(
        point, parts.data(), most, static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD), &boundary);
    if (count < 0 || count > static_cast<utf8proc_ssize_t>(most)) return made(as_written);
    for (utf8proc_ssize_t i = 0; i < count; ++i) {
        const utf8proc_int32_t part = parts[static_cast<std::size_t>(i)];
        if (is_accent(part)) continue;
        if (const auto letters = latin_letters(part)) {
            made(*letters);
            continue;
        }
        std::array<utf8proc_uint8_t, 4> bytes{};
        const auto size = utf8proc_encode_char(part, bytes.data());
        made(std::string_view(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(size)));
    }
}

// Calls `made(letters, at)` for each character of the text, `at` being where it begins there.
template <typename Made>
void each_letter(std::string_view text, const Made& made) {
    for (std::size_t i = 0; i < text.size();) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte < 0x80) {
            const char small = byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : text[i];
            made(std::string_view(&small, 1), i++);
            continue;
        }
        const Letter letter = letter_at(text, i);
        const std::string_view as_written = text.substr(i, letter.size);
        if (letter.point < 0)
            made(as_written, i);
        else
            fold_letter(letter.point, as_written, [&](std::string_view letters) { made(letters, i); });
        i += letter.size;
    }
}

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

}  // namespace

std::string fold(std::string_view text) {
    std::string folded;
    folded.reserve(text.size());
    each_letter(text, [&](std::string_view letter, std::size_t) { folded += letter; });
    return folded;
}

FoldedText fold_with_places(std::string_view text) {
    FoldedText folded;
    folded.text.reserve(text.size());
    folded.from.reserve(text.size() + 1);
    each_letter(text, [&](std::string_view letter, std::size_t at) {
        if (is_space(letter.front())) {
            if (!folded.text.empty() && folded.text.back() == ' ') return;
            letter = " ";
        }
        folded.text += letter;
        folded.from.resize(folded.text.size(), at);
    });
    folded.from.push_back(text.size());
    return folded;
}

std::vector<std::string> words_in(std::string_view folded) {
    std::vector<std::string> words(1);
    for (std::size_t i = 0; i < folded.size();) {
        const Letter letter = letter_at(folded, i);
        if (is_of_word(letter.point) || is_sign(letter.point)) {
            words.back() += folded.substr(i, letter.size);
        } else if (!words.back().empty()) {
            words.emplace_back();
        }
        i += letter.size;
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

}  // namespace hamer
