// Filling in a text that a person reads or says, so that what nothing fills is not missed.
#pragma once

#include "base/text.h"

namespace hamer {

// expand(), but a placeholder without a value, or with an empty one, is left out with what belongs to it:
//
// 1. brackets with such a placeholder in them go;
// 2. of a sentence only the parts with one go, with their comma, semicolon or dash;
// 3. when that is all that stood behind a colon, the words before it stay without the colon if they say something by
//    themselves ("Bel de regie"), and go if they only announce it: one or two words ("Regie", "Control room") that do
//    not tell to call, or words that end in is, zijn, hier, are or here;
// 4. a sentence of which nothing is left goes; of a label or a title, which has no full stop, only the placeholder
// goes.
//
// A sentence ends with . ! or ? (and closing quotes) before a capital, a quote, a placeholder or the end. Values are
// never looked into: an address may hold commas.
[[nodiscard]] std::string expand_for_people(std::string_view text, const PlaceholderValue& value);

// For a drill, in which nobody is called: a sentence that tells to call somebody tells to act it out.
[[nodiscard]] std::string acted_out(const std::string& text, Language language);

}  // namespace hamer
