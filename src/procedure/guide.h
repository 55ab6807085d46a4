// Which card is the current step, and which of its buttons can be used.
#pragma once

#include "procedure/procedure.h"

#include <vector>

namespace hamer {

// The first card whose `when` holds (and whose condition does); null when none applies, which the checker excludes for
// every situation that the procedure reaches, but a deviation may go beyond.
[[nodiscard]] const Card* current_card(const Procedure& procedure, const Circumstances& circumstances);

// The line of a state that stands now; null when none is meant.
[[nodiscard]] const Alert* standing_alert(const State& state, const Circumstances& circumstances);

// The buttons that the screen shows: those whose event would be accepted.
[[nodiscard]] std::vector<const Button*> usable(const Procedure& procedure, const Configuration& configuration,
                                                const std::vector<Button>& buttons);

}  // namespace hamer
