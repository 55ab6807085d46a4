// What other screens ask of the meeting is decided here, by the same code as the chair's taps (docs/link.md,
// "Commands").
#pragma once

#include "service/meeting/meeting_service.h"
#include "service/sharing/sharing.h"

namespace hamer {

// Decides all that waits, and has it answered. On the meeting's own thread, at each `changed` of `sharing`.
void decide_asked(MeetingService& meeting, Sharing& sharing);

}  // namespace hamer
