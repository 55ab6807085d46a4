// A letter that is made of a record: its texts as a municipality wrote them, with {fields} of the record in them. Who
// reads a letter decides which fields it may name; so no letter can be written that tells its reader too much.
#pragma once

#include "record/dossier.h"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hamer {

// Disturber, Affected: one person of the record. Council: what an information letter may tell. Municipality: who works
// on it.
enum class LetterReader { Disturber, Affected, Council, Press, Municipality };
inline constexpr std::array<std::string_view, 5> letter_reader_words = {"disturber", "affected", "council", "press",
                                                                        "municipality"};
// The role of the one person that it is to; nothing: it is to nobody by name.
[[nodiscard]] std::optional<PersonRole> addressee(LetterReader reader);
[[nodiscard]] LocalText name_of(LetterReader reader);

struct LetterPart {
    std::string heading{};  // may be empty
    std::string text{};
    std::vector<std::string> with{};  // left out unless each of these fields has a value
};

struct LetterTemplate {
    std::string id{};
    std::string title{};
    LetterReader reader = LetterReader::Municipality;
    std::optional<MeasureKind> measure{};  // it tells of: made only where the record has one of this kind
    std::vector<LetterPart> parts{};
};

// Something of a record that a letter may name between braces.
struct LetterField {
    std::string_view name;
    LocalText label;  // as one asks for it where the record has no value
    std::span<const LetterReader> readers;
    bool of_measure = false;  // only where the letter tells of a measure
};
[[nodiscard]] const std::vector<LetterField>& letter_fields();
[[nodiscard]] const LetterField* letter_field(std::string_view name);  // null: there is none
[[nodiscard]] bool may_name(const LetterField& field, LetterReader reader);

}  // namespace hamer
