// What a character of UTF-8 is, by Unicode's own tables (utf8proc, https://juliastrings.github.io/utf8proc).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace hamer {

struct Letter {
    std::int32_t point = -1;  // -1: this byte belongs to no character
    std::size_t size = 1;     // bytes
};
// The character that begins at `at`, which is in the text.
[[nodiscard]] Letter letter_at(std::string_view text, std::size_t at);
// The same of the one that the byte at `at` is part of.
[[nodiscard]] Letter letter_around(std::string_view text, std::size_t at);

// A letter, a digit, or a mark on one: what words are made of. A byte that belongs to no character is taken for one.
[[nodiscard]] bool is_of_word(std::int32_t point);
// A sign that stands for something by itself, such as an emoji.
[[nodiscard]] bool is_sign(std::int32_t point);
// A space beyond ASCII, such as one that no line breaks at.
[[nodiscard]] bool is_wide_space(std::int32_t point);
// A letter of a script that knows no capitals, such as Arabic or Chinese.
[[nodiscard]] bool is_caseless(std::int32_t point);
[[nodiscard]] bool is_capital(std::int32_t point);

}  // namespace hamer
