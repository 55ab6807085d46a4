// What a library that opens sockets leaves to the system.
#pragma once

#include <chrono>
#include <cstdint>

namespace hamer {

enum class SocketUse { Reading, Writing };

// Comes back when the socket is ready for it, when it failed, or after so long. Any thread but one that draws.
void wait_for_socket(int socket, SocketUse use, std::chrono::milliseconds at_most);

// Before a socket is bound to a port: that it may have the port again right after a former program left it, and that no
// other program gets it as long as this one has it. `socket`: the system's own number. False: the system refuses.
[[nodiscard]] bool claim_port(std::uintptr_t socket);

}  // namespace hamer
