// Text: UTF-8, the two languages, hexadecimal, and texts with {placeholders}.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hamer {

enum class Language { Dutch, English };

// A text in both languages of the program.
struct LocalText {
    std::string nl;
    std::string en;

    [[nodiscard]] const std::string& in(Language language) const { return language == Language::Dutch ? nl : en; }
    [[nodiscard]] bool empty() const { return nl.empty() && en.empty(); }
    bool operator==(const LocalText&) const = default;
};

// Chooses between two texts that stand beside each other in the code, where a LocalText would be taken apart at once:
// say("Terug", "Back"). Nothing else in src/ asks for the language to choose between two texts.
struct Say {
    Language language = Language::Dutch;
    [[nodiscard]] const char* operator()(const char* nl, const char* en) const {
        return language == Language::Dutch ? nl : en;
    }
    // Of texts that were made; the answer lives no longer than they do.
    [[nodiscard]] std::string_view operator()(std::string_view nl, std::string_view en) const {
        return language == Language::Dutch ? nl : en;
    }
};

[[nodiscard]] std::string_view code(Language language);  // "nl" or "en"
[[nodiscard]] std::optional<Language> language_from(std::string_view code);

// True for well-formed UTF-8 (RFC 3629): no overlong forms, no surrogates, nothing above U+10FFFF.
[[nodiscard]] bool is_utf8(std::string_view bytes);

// The one cleaner of text from outside: a space for each tab and line end; without control characters and what steers
// unseen (direction, joining, byte order); at most `limit` bytes, cut at a character. Invalid UTF-8 becomes U+FFFD.
[[nodiscard]] std::string printable(std::string_view text, std::size_t limit = 4000);

[[nodiscard]] std::string to_hex(std::string_view bytes);

// The names between braces, in order of appearance: "a {b} c {d}" → b, d.
[[nodiscard]] std::vector<std::string> placeholders(std::string_view text);

// The text with each {name} replaced by what `value` gives; a name without a value stays as written.
using PlaceholderValue = std::function<std::optional<std::string>(std::string_view name)>;
[[nodiscard]] std::string expand(std::string_view text, const PlaceholderValue& value);

}  // namespace hamer
