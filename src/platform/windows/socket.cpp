#include "platform/socket.h"

#include <winsock2.h>

namespace hamer {

// select, as WSAPoll told nothing of a connection that failed before Windows 10 version 2004:
// https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-wsapoll
void wait_for_socket(int socket, SocketUse use, std::chrono::milliseconds at_most) {
    fd_set awaited;
    fd_set failed;
    FD_ZERO(&awaited);
    FD_ZERO(&failed);
    // Numbers of sockets fit in 32 bits.
    const auto number = static_cast<SOCKET>(static_cast<unsigned>(socket));
    awaited.fd_array[awaited.fd_count++] = number;
    failed.fd_array[failed.fd_count++] = number;
    const auto left = at_most.count();
    timeval time{static_cast<long>(left / 1000), static_cast<long>(left % 1000 * 1000)};
    fd_set* const reading = use == SocketUse::Reading ? &awaited : nullptr;
    fd_set* const writing = use == SocketUse::Writing ? &awaited : nullptr;
    (void)::select(0, reading, writing, &failed, &time);
}

// There SO_REUSEADDR lets another program take a port that is in use:
// https://learn.microsoft.com/windows/win32/winsock/using-so-reuseaddr-and-so-exclusiveaddruse
bool claim_port(std::uintptr_t socket) {
    const BOOL yes = TRUE;
    return ::setsockopt(static_cast<SOCKET>(socket), SOL_SOCKET, SO_EXCLUSIVEADDRUSE,
                        reinterpret_cast<const char*>(&yes), sizeof yes) == 0;
}

}  // namespace hamer
