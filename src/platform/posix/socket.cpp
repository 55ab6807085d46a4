#include "platform/socket.h"

#include <poll.h>

namespace hamer {

void wait_for_socket(int socket, SocketUse use, std::chrono::milliseconds at_most) {
    pollfd ready{socket, static_cast<short>(use == SocketUse::Reading ? POLLIN : POLLOUT), 0};
    (void)::poll(&ready, 1, static_cast<int>(at_most.count()));
}

}  // namespace hamer
