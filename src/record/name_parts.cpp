#include "record/name_parts.h"

#include "base/fold.h"
#include "base/letters.h"

#include <algorithm>
#include <array>

namespace hamer {

namespace {

constexpr std::array<std::string_view, 44> small_words = {
    "van",  "de",   "den", "der",   "het", "ten", "ter", "te",  "op",  "in",  "aan", "uit",  "bij", "tot", "onder",
    "over", "voor", "t",   "s",     "d",   "la",  "le",  "les", "du",  "des", "von", "zu",   "zum", "dos", "da",
    "das",  "di",   "del", "della", "el",  "al",  "ul",  "bin", "ben", "ibn", "abu", "ould", "y",   "e"};
constexpr std::array<std::string_view, 19> titles = {"dhr", "mevr", "mw",  "heer", "mevrouw", "meneer", "mijnheer",
                                                     "dr",  "drs",  "mr",  "ir",   "ing",     "prof",   "ds",
                                                     "mrs", "ms",   "sir", "jhr",  "jkvr"};

struct Word {
    std::string text;
    std::string folded;
    bool is_joined = false;  // by a hyphen or an apostrophe to the one before
    bool before_comma = false;

    [[nodiscard]] bool is_small() const {
        return std::ranges::find(small_words, folded) != small_words.end() && !is_joined;
    }
    [[nodiscard]] bool is_title() const { return std::ranges::find(titles, folded) != titles.end(); }
    [[nodiscard]] bool has_capital() const {
        const std::int32_t point = letter_at(text, 0).point;
        return is_capital(point) || is_caseless(point);
    }
};

std::vector<Word> words_of_name(std::string_view name) {
    std::vector<Word> words;
    bool in_word = false, joins = false;
    for (std::size_t at = 0; at < name.size();) {
        const Letter letter = letter_at(name, at);
        const std::string_view written = name.substr(at, letter.size);
        at += letter.size;
        if (is_of_word(letter.point)) {
            if (!in_word) words.push_back({.text = {}, .folded = {}, .is_joined = joins && !words.empty()});
            words.back().text += written;
            in_word = true;
            continue;
        }
        if (written == ",") {
            for (Word& one : words) one.before_comma = true;
        }
        joins = in_word && (written == "-" || written == "‐" || written == "'" || written == "’");
        in_word = false;
    }
    for (Word& one : words) one.folded = fold(one.text);
    return words;
}

}  // namespace

std::vector<NamePart> parts_of_name(std::string_view name) {
    std::vector<Word> words = words_of_name(name);
    const bool has_comma = std::ranges::any_of(words, &Word::before_comma);
    const bool has_capitals = std::ranges::any_of(words, &Word::has_capital);
    while (!words.empty() && words.front().is_title()) words.erase(words.begin());
    // Where the surname begins: behind the small words, or with the last word and what is joined to it.
    std::size_t surname = words.size();
    if (!has_comma) {
        while (surname > 0 && words[--surname].is_joined) {
        }
        for (std::size_t i = 1; i + 1 < words.size(); ++i) {
            if (!words[i].is_small()) continue;
            surname = i + 1;
            break;
        }
    }
    std::vector<NamePart> parts;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const Word& one = words[i];
        if (one.is_small() || (has_capitals && !one.has_capital())) continue;
        const bool is_alone = words.size() == 1;
        parts.push_back({one.text, is_alone || (has_comma ? one.before_comma : i >= surname)});
    }
    return parts;
}

}  // namespace hamer
