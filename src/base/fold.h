// Texts made alike for searching: what a person would type for a name finds it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace hamer {

// Small letters without accents, for the letters of Latin-1 and Latin Extended-A (U+00C0 to U+017F) and for accents
// that stand apart (U+0300 to U+036F): "Çağlar Müller-Łoś" → "caglar muller-los". Other letters stay as they are.
[[nodiscard]] std::string fold(std::string_view text);

// The same with the places that it came from: `from[i]` is where in the text the letter `text[i]` begins, and the last
// one is the text's end. Spaces, tabs and line ends beside each other are one space.
struct FoldedText {
    std::string text;
    std::vector<std::size_t> from;
};
[[nodiscard]] FoldedText fold_with_places(std::string_view text);

// The words of a folded text: runs of letters and digits; bytes above ASCII count as letters.
[[nodiscard]] std::vector<std::string> words_in(std::string_view folded);

}  // namespace hamer
