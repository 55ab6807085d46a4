#include "codec/record/letter_json.h"

#include "base/attempt.h"
#include "base/fold.h"
#include "codec/json/cursor.h"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <ranges>

namespace hamer {

namespace {

constexpr std::size_t longest_id = 60, longest_title = 120, longest_part = 4000, most_parts = 60;

template <typename Value, std::size_t count>
Value read_word(const Cursor& at, const std::array<std::string_view, count>& words) {
    const auto found = std::ranges::find(words, at.string());
    if (found == words.end()) {
        const std::string all = fmt::format("{}", fmt::join(words, ", "));
        at.fail(LocalText{"verwacht: een van " + all, "expected one of " + all});
    }
    return static_cast<Value>(found - words.begin());
}

// The fields that this letter may name, for who reads what is wrong.
std::string named_by(const LetterTemplate& letter) {
    std::string names;
    for (const LetterField& field : letter_fields()) {
        if (!may_name(field, letter.reader) || (field.of_measure && !letter.measure)) continue;
        names += (names.empty() ? "" : ", ") + std::string(field.name);
    }
    return names;
}

void check_field(const LetterTemplate& letter, const std::string& name, const Cursor& at) {
    const LetterField* field = letter_field(name);
    const LocalText advice{"Deze brief kan noemen: " + named_by(letter), "This letter may name: " + named_by(letter)};
    if (!field)
        at.fail(LocalText{fmt::format("“{}” is geen veld van een brief", printable(name, 60)),
                          fmt::format("“{}” is no field of a letter", printable(name, 60))},
                advice);
    if (!may_name(*field, letter.reader)) {
        const LocalText reader = name_of(letter.reader);
        at.fail(LocalText{fmt::format("“{}” hoort niet in een brief {}", name, reader.nl),
                          fmt::format("“{}” does not belong in a letter {}", name, reader.en)},
                advice);
    }
    if (field->of_measure && !letter.measure)
        at.fail(
            LocalText{fmt::format("“{}” is van een maatregel, en deze brief noemt geen maatregel (“measure”)", name),
                      fmt::format("“{}” is of a measure, and this letter names no “measure”", name)},
            advice);
}

// With something to read in it.
std::string read_words(const Cursor& at, std::size_t longest) {
    const std::string text = printable(at.string(longest), longest);
    if (words_in(fold(text)).empty())
        at.fail(LocalText{"verwacht: een tekst, gevonden: niets", "expected a text, found nothing"});
    return text;
}

std::string read_text(const LetterTemplate& letter, const Cursor& at) {
    const std::string text = at.string(longest_part);
    const std::string rest = expand(text, [](std::string_view) { return std::string(); });
    if (rest.find_first_of("{}") != std::string::npos)
        at.fail(LocalText{"een accolade zonder haar andere helft", "a brace without its other half"},
                LocalText{"Schrijf een veld als {naam van het veld}", "Write a field as {name of the field}"});
    for (const std::string& name : placeholders(text)) check_field(letter, name, at);
    return read_words(at, longest_part);
}

LetterPart read_part(const LetterTemplate& letter, const Cursor& at) {
    if (at.is_string()) return {.text = read_text(letter, at)};
    at.keys({"text"}, {"heading", "with"});
    LetterPart part{.text = read_text(letter, at.at("text"))};
    if (at.has("heading")) part.heading = read_text(letter, at.at("heading"));
    if (!at.has("with")) return part;
    for (const Cursor& name : at.at("with").items()) {
        part.with.push_back(name.string());
        check_field(letter, part.with.back(), name);
    }
    return part;
}

LetterTemplate read(const Cursor& at) {
    at.keys({"format", "id", "title", "reader", "text"}, {"$schema", "measure"});
    (void)at.at("format").integer(1, 1);
    LetterTemplate letter{.id = at.at("id").word()};
    if (letter.id.front() == '-' || letter.id.front() == '.')
        at.at("id").fail(LocalText{"verwacht: een letter of cijfer vooraan", "expected a letter or digit in front"});
    if (letter.id.size() > longest_id)
        at.at("id").fail(LocalText{fmt::format("verwacht: hoogstens {} tekens", longest_id),
                                   fmt::format("expected {} characters at most", longest_id)});
    letter.title = read_words(at.at("title"), longest_title);
    if (letter.title.find_first_of("{}") != std::string::npos)
        at.at("title").fail(LocalText{"een titel heeft geen velden", "a title has no fields"});
    letter.reader = read_word<LetterReader>(at.at("reader"), letter_reader_words);
    if (at.has("measure")) {
        letter.measure = read_word<MeasureKind>(at.at("measure"), measure_words);
        if (addressee(letter.reader) != PersonRole::Disturber)
            at.at("measure").fail(
                LocalText{"een brief over een maatregel is voor de verstoorder (“reader”: “disturber”)",
                          "a letter of a measure is for the disturber (“reader”: “disturber”)"});
    }
    const auto parts = at.at("text").items();
    if (parts.empty() || parts.size() > most_parts)
        at.at("text").fail(LocalText{fmt::format("verwacht: 1 tot {} alinea’s", most_parts),
                                     fmt::format("expected 1 to {} paragraphs", most_parts)});
    for (const Cursor& part : parts) letter.parts.push_back(read_part(letter, part));
    return letter;
}

}  // namespace

Result<LetterTemplate> read_letter_file(std::string_view text, const std::string& file) {
    ASSIGN_OR_RETURN(const auto json, parse_json(text, file));
    return reading(file, [&] { return read(Cursor(json, file)); });
}

}  // namespace hamer
