// The texts of a file or a command that a person wrote, as they are meant, whatever an editor or a form added.
#pragma once

#include "codec/json/parse.h"

namespace hamer {

enum class TextLines { One, Many };

// Each string in it, cleaned as `printable` or `clean_lines` does. Not for what Hamer itself wrote: that is kept as it
// is.
void clean_texts(Json& json, TextLines lines);

}  // namespace hamer
