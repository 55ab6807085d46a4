// An anonymous case in a line of words, for the yearly discussion (5.2).
#pragma once

#include "record/anonymous_case.h"

#include <string>

namespace hamer {

[[nodiscard]] std::string case_line(const AnonymousCase& one, Language language);

}  // namespace hamer
