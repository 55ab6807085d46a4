#include "base/letters.h"

#include <utf8proc.h>

namespace hamer {

Letter letter_at(std::string_view text, std::size_t at) {
    utf8proc_int32_t point = -1;
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at;
    const auto size = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size() - at), &point);
    return size > 0 ? Letter{point, static_cast<std::size_t>(size)} : Letter{};
}

Letter letter_around(std::string_view text, std::size_t at) {
    constexpr std::size_t longest = 4;
    for (std::size_t back = 0; back < longest && back <= at; ++back) {
        if ((static_cast<unsigned char>(text[at - back]) & 0xC0u) == 0x80u) continue;
        const Letter letter = letter_at(text, at - back);
        return letter.size > back ? letter : Letter{};
    }
    return {};
}

bool is_of_word(std::int32_t point) {
    if (point < 0) return true;
    const auto category = utf8proc_category(point);
    const bool letter = category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
    const bool mark = category >= UTF8PROC_CATEGORY_MN && category <= UTF8PROC_CATEGORY_ME;
    const bool number = category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO;
    return letter || mark || number;
}

bool is_sign(std::int32_t point) { return point >= 0 && utf8proc_category(point) == UTF8PROC_CATEGORY_SO; }

bool is_wide_space(std::int32_t point) { return point > 0x7F && utf8proc_category(point) == UTF8PROC_CATEGORY_ZS; }

bool is_caseless(std::int32_t point) { return point >= 0 && utf8proc_category(point) == UTF8PROC_CATEGORY_LO; }

bool is_capital(std::int32_t point) {
    if (point < 0) return false;
    const auto category = utf8proc_category(point);
    return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
}

}  // namespace hamer
