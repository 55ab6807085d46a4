// What a helper's message asks of the meeting: who may ask for it, and whether it still fits what that screen showed.
#pragma once

#include "codec/link/link_message.h"
#include "session/command.h"
#include "session/session.h"

#include <cstdint>
#include <tl/expected.hpp>

namespace hamer {

// The command, by the clerk as actor (a trainer's lines are no commands to a meeting); or why it is not for the chair's
// device to decide. Pure; decide() comes after it.
[[nodiscard]] tl::expected<Command, LinkRefusal> asked_command(const LinkAsked& asked, const Session& session);

// Whether the command still means what it meant when `seen` was the last line: since then no step of its event came, no
// region that the event moves came into another state, and nothing was taken back or set otherwise. So two hands at
// once make one fact, and a command that was long on its way none.
[[nodiscard]] bool stands_on(const Session& session, const Command& command, std::uint64_t seen);

}  // namespace hamer
