// Which card is the current step, and which of its buttons can be used.
#pragma once

#include "procedure/procedure.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace hamer {

// The last recorded value of an event's field, as text; nothing when it was never recorded.
using RecordedValue = std::function<std::optional<std::string>(std::size_t event, std::string_view field)>;

// The first card whose `when` holds (and whose case fits); null when none applies, which the checker excludes for every
// situation that the procedure reaches, but a deviation may go beyond.
[[nodiscard]] const Card* current_card(const Procedure& procedure, const Configuration& configuration,
                                       const RecordedValue& recorded);

// The buttons that the screen shows: those whose event would be accepted.
[[nodiscard]] std::vector<const Button*> usable(const Procedure& procedure, const Configuration& configuration,
                                                const std::vector<Button>& buttons);

}  // namespace hamer
