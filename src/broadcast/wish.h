// What a meeting's situation asks of the broadcast. A procedure names its states as it likes; the meanings of its
// events tell which of them is which.
#pragma once

#include "broadcast/broadcast.h"
#include "session/session.h"

namespace hamer {

// Paused where a pause was asked or confirmed, Live where resuming was asked or the broadcast runs, else Leave.
[[nodiscard]] BroadcastWish broadcast_wish(const Session& session);

}  // namespace hamer
