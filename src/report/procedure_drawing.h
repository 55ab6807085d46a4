// A procedure as a drawing, in the language DOT of Graphviz: each region a lane, its states, and the events as arrows
// with their words. Nothing here draws: the program `dot` makes a picture of it.
#pragma once

#include "base/text.h"
#include "procedure/procedure.h"

#include <string>

namespace hamer {

// The same procedure and language give the same bytes.
[[nodiscard]] std::string procedure_as_dot(const Procedure& procedure, Language language);

}  // namespace hamer
