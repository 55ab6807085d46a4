#include "platform/socket.h"

#include <poll.h>
#include <sys/socket.h>

namespace hamer {

void wait_for_socket(int socket, SocketUse use, std::chrono::milliseconds at_most) {
    pollfd ready{socket, static_cast<short>(use == SocketUse::Reading ? POLLIN : POLLOUT), 0};
    (void)::poll(&ready, 1, static_cast<int>(at_most.count()));
}

bool claim_port(std::uintptr_t socket) {
    const int yes = 1;
    return ::setsockopt(static_cast<int>(socket), SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes) == 0;
}

}  // namespace hamer
