// config/letters/*.json: letters that are made of a record (config/schema/letter.schema.json).
#pragma once

#include "base/result.h"
#include "record/letter_template.h"

#include <string>
#include <string_view>

namespace hamer {

// Refused too, with its place: a field that there is not, one that this letter's reader may not see, one of a measure
// where the letter tells of none, and a brace without its other half.
[[nodiscard]] Result<LetterTemplate> read_letter_file(std::string_view text, const std::string& file);

}  // namespace hamer
