// What a party of the link wants done with its connection. Parties are values: they have no thread, clock or socket;
// messages, time and what is on the disk come in, and this comes out.
#pragma once

#include "codec/link/link_message.h"
#include "journal/line.h"

#include <optional>
#include <vector>

namespace hamer {

struct LinkOut {
    std::vector<LinkMessage> messages{};  // to send, in this order
    std::optional<LinkCode> close{};      // behind them: end the connection with this code
};

// Milliseconds by a clock that never goes back; each machine's own.
using LinkTime = std::int64_t;

[[nodiscard]] inline LinkPlace place_of(const Position& position) { return {position.seq, position.hash}; }

}  // namespace hamer
