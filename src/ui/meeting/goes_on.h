// Whether a meeting asks for eyes on the screen.
#pragma once

#include "session/session.h"

namespace hamer::ui {

// From its preparation until it is closed, and as long as an incident outlasts it.
[[nodiscard]] bool goes_on(const Session& session);

}  // namespace hamer::ui
