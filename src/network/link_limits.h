// What a connection of the link may cost, before and after somebody is known (docs/link.md, "Transport").
#pragma once

#include <cstddef>
#include <cstdint>

namespace hamer {

struct LinkLimits {
    std::size_t connections = 400;  // in all; one more is closed at once
    std::size_t per_address = 40;   // of them; behind a proxy all come from its address, and this does not count
    std::size_t greeting_message = 4u << 10;  // until let_in()
    std::size_t message = 16u << 20;
    std::size_t unsent = 32u << 20;     // that waits for a slow reader: then 4010
    std::size_t undone = 1u << 20;      // that was read and the handler has not done yet: then nothing is read
    std::size_t header = 8u << 10;      // of a request; a body has none
    std::int64_t request_ms = 10'000;   // for the handshake of TLS, and for a request from the first byte to the last
    std::int64_t answer_ms = 60'000;    // for a file of the page on a slow line
    std::int64_t greeting_ms = 15'000;  // from the upgrade to let_in()
    std::int64_t closing_ms = 3'000;    // for the other side to answer a close
    std::int64_t ending_ms = 1'000;     // the same when the server ends
    std::int64_t tick_ms = 250;
};

}  // namespace hamer
