// What a command leads to: a pure function. It reads no clock and writes nothing.
#pragma once

#include "session/command.h"
#include "session/entry.h"
#include "session/refusal.h"
#include "session/session.h"

namespace hamer {

constexpr std::size_t max_text = 2000;  // bytes in one text field

// The entry to record, with seq and stamp filled in; or why not. Texts are cleaned of control characters. A required
// field that is not given takes the file's default, in the language of the session.
[[nodiscard]] Decision<Entry> decide(const Session& session, const Command& command, const Stamp& now,
                                     const Municipality& municipality);

// The clock-jumped entry that belongs between the last entry and `now`, if the wall clock jumped more than two seconds
// against the monotonic clock since then.
[[nodiscard]] std::optional<Entry> clock_jump(const Session& session, const Stamp& now);

}  // namespace hamer
