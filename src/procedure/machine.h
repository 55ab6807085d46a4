// The machine's step: a pure function from a situation and an event to the next situation.
//
// Semantics are those of SCXML and XState, run to completion: an event goes to every region; each takes its first
// transition whose guard holds in the configuration before the event; then raised events follow in order. An event that
// no region takes is refused and changes nothing; a raised event that no region takes is passed over. An internal event
// is only ever raised.
#pragma once

#include "procedure/procedure.h"

#include <optional>
#include <vector>

namespace hamer {

struct StepResult {
    Configuration after{};
    std::vector<std::size_t> raised;  // the raised events that some region took, in order
};

// Nothing when the event is refused. A procedure whose raised events never end is refused too (machine_core.h).
[[nodiscard]] std::optional<StepResult> step(const Procedure& procedure, const Configuration& before,
                                             std::size_t event);

[[nodiscard]] bool is_enabled(const Procedure& procedure, const Configuration& configuration, std::size_t event);

// Every event that would be accepted, in the order of the file.
[[nodiscard]] std::vector<std::size_t> enabled_events(const Procedure& procedure, const Configuration& configuration);

// The transition that a region takes on an event, or null.
[[nodiscard]] const Transition* taken(const Region& region, const Configuration& configuration, std::uint8_t state,
                                      std::size_t event);

// Why an event is refused, for a person: what it needs that does not hold now.
[[nodiscard]] LocalText why_refused(const Procedure& procedure, const Configuration& configuration, std::size_t event);

}  // namespace hamer
