// The part of the log that the screen's card is about. A long meeting may hold many disturbances, and a view of the
// present one must not become slower with them.
#pragma once

#include "session/session.h"

#include <span>

namespace hamer::ui {

// From the entry that opened the incident that goes on, or else the last one, to the end of the log. Nothing when there
// was none, and once a meeting went on after it: nothing of it is on the screen any more.
[[nodiscard]] std::span<const Entry> present_incident_entries(const Session& session);

// The step recorded or raised this event.
[[nodiscard]] bool is_step_of(const Entry& entry, std::string_view event);

}  // namespace hamer::ui
