// Texts made alike for searching: what a person would type for a name finds it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace hamer {

// Small letters without accents, composed or not, by Unicode's tables: "Çağlar Müller-Łoś" → "caglar muller-los",
// "Nguyễn Ștefan" → "nguyen stefan". What is not seen goes, such as a soft
// hyphen; each space is " " and each hyphen "-". Letters that have no simpler form stay as they are, and so do broken
// bytes.
[[nodiscard]] std::string fold(std::string_view text);

// The same with the places that it came from: `from[i]` is where in the text the letter `text[i]` begins, and the last
// one is the text's end. Spaces, tabs and line ends beside each other are one space.
struct FoldedText {
    std::string text;
    std::vector<std::size_t> from;
};
[[nodiscard]] FoldedText fold_with_places(std::string_view text);

// The words of a folded text: runs of letters, digits and signs such as emoji.
[[nodiscard]] std::vector<std::string> words_in(std::string_view folded);

}  // namespace hamer
