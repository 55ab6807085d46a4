#include "base/fold.h"

#include <array>
#include <cstdint>

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

// Calls `made(letters, at)` for each letter of the text, `at` being where it begins there.
template <typename Made>
void each_letter(std::string_view text, const Made& made) {
    static const auto letters = table();
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const bool two = byte >= 0xC3 && byte <= 0xCD && i + 1 < text.size();
        if (!two) {
            const char small = byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : text[i];
            made(std::string_view(&small, 1), i);
            continue;
        }
        const std::uint32_t point = ((byte & 0x1Fu) << 6) | (static_cast<unsigned char>(text[i + 1]) & 0x3Fu);
        if (point >= first && point <= last && letters[point - first] != "_") {
            made(letters[point - first], i);
        } else if (point < 0x300 || point > 0x36F) {
            made(text.substr(i, 2), i);
        }
        ++i;
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
    for (const char c : folded) {
        const bool letter =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
        if (letter) {
            words.back() += c;
        } else if (!words.back().empty()) {
            words.emplace_back();
        }
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

}  // namespace hamer
