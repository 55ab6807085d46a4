// The part of the log that the screen's card is about. A long meeting may hold many disturbances, and a view of the
// present one must not become slower with them.
#pragma once

#include "session/session.h"

#include <span>

namespace hamer::ui {

// From the report of the last disturbance, which stands, to the end of the log; nothing when there was none.
[[nodiscard]] std::span<const Entry> present_disturbance(const Session& session);

// The step recorded or raised this event.
[[nodiscard]] bool is_step_of(const Entry& entry, std::string_view event);

}  // namespace hamer::ui
