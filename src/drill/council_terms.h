// Whether a drill was held in each term of the council (5.2).
#pragma once

#include "drill/held.h"
#include "session/settings.h"

#include <string>
#include <vector>

namespace hamer {

// The term of a day ("2026-03-12"); null when the settings name none.
[[nodiscard]] const CouncilTerm* term_of(const std::vector<CouncilTerm>& terms, const std::string& day);
// The latest one that was held in the term.
[[nodiscard]] const HeldDrill* held_in(const std::vector<HeldDrill>& held, const CouncilTerm& term);

}  // namespace hamer
