// Waiting for a socket that a library opened.
#pragma once

#include <chrono>

namespace hamer {

enum class SocketUse { Reading, Writing };

// Comes back when the socket is ready for it, when it failed, or after so long. Any thread but one that draws.
void wait_for_socket(int socket, SocketUse use, std::chrono::milliseconds at_most);

}  // namespace hamer
