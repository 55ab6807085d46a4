#include "ui/toolkit/widgets/drawable.h"

#include "base/utf.h"

#include <algorithm>

namespace hamer::ui {
namespace {

constexpr char32_t joiner = 0x200D;
constexpr char32_t keycap = 0x20E3;

bool is_flag_letter(char32_t c) { return c >= 0x1F1E6 && c <= 0x1F1FF; }
bool is_selector(char32_t c) { return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF); }
bool is_skin(char32_t c) { return c >= 0x1F3FB && c <= 0x1F3FF; }
bool is_tag(char32_t c) { return c >= 0xE0020 && c <= 0xE007F; }  // of a flag of a region

// Changes what stands before it and is nothing by itself.
bool is_modifier(char32_t c) { return is_selector(c) || is_skin(c) || is_tag(c) || c == joiner || c == keycap; }

// Controls, and what reorders a text: whoever draws makes a space of them. A soft hyphen is a place to break.
bool is_unseen(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c <= 0xA0) || c == 0xAD || c == 0x061C || c == 0x200E || c == 0x200F ||
           (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

// The same sign by another number, which the font has.
char32_t plain(char32_t c) {
    if (c == 0x2010 || c == 0x2011) return U'-';
    if (c == 0x2012) return 0x2013;
    if (c == 0x202F || c == 0x205F || c == 0x3000) return U' ';
    return c;
}

// Where the sign that begins at `from` ends.
std::size_t end_of_sign(std::u32string_view text, std::size_t from) {
    std::size_t at = from + 1;
    if (is_flag_letter(text[from])) return at < text.size() && is_flag_letter(text[at]) ? at + 1 : at;
    while (at < text.size() && is_modifier(text[at])) {
        const bool joins = text[at] == joiner && at + 1 < text.size() && text[at + 1] > 0x20;
        at += joins ? 2 : 1;
    }
    return at;
}

// What is drawn of one sign; nothing where it cannot be drawn whole.
std::u32string_view drawn_of(std::u32string_view sign, const Draws& draws) {
    const bool whole = std::ranges::all_of(
        sign, [&](char32_t c) { return is_selector(c) || c == joiner || c == keycap || is_drawable(c, draws); });
    return whole ? sign.substr(0, 1) : std::u32string_view();
}

}  // namespace

bool is_drawable(char32_t character, const Draws& draws) {
    return !is_modifier(character) && (is_unseen(character) || draws(character));
}

bool is_drawable(std::string_view text, const Draws& draws) {
    const bool ascii = std::ranges::all_of(text, [](char each) { return static_cast<unsigned char>(each) < 0x80; });
    if (ascii) return true;
    const std::u32string characters = to_utf32(text);
    return std::ranges::all_of(characters, [&](char32_t each) { return is_drawable(each, draws); });
}

std::string drawable(std::string_view text, const Draws& draws) {
    std::u32string all = to_utf32(text);
    std::ranges::transform(all, all.begin(), plain);
    std::u32string kept;
    bool gap = false;  // something was left out just before, and its space goes with it
    for (std::size_t at = 0; at < all.size();) {
        const std::size_t end = end_of_sign(all, at);
        const auto sign = std::u32string_view(all).substr(at, end - at);
        at = end;
        const std::u32string_view drawn = drawn_of(sign, draws);
        if (drawn.empty()) {
            gap = true;
            continue;
        }
        const bool after_space = kept.empty() || kept.back() == U' ' || kept.back() == U'\n';
        if (!(gap && drawn == U" " && after_space)) kept += drawn;
        gap = gap && drawn == U" ";
    }
    const auto is_space = [](char32_t c) { return c == U' ' || c == U'\n'; };
    if (!all.empty() && std::ranges::all_of(kept, is_space) && !std::ranges::all_of(all, is_space)) return "…";
    return to_utf8(kept);
}

}  // namespace hamer::ui
