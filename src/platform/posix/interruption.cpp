#include "platform/interruption.h"

#include <atomic>
#include <csignal>

namespace hamer {

namespace {

std::atomic<bool> wished{false};
static_assert(std::atomic<bool>::is_always_lock_free, "a handler of signals may set it");

}  // namespace

// SA_RESTART, as a sync that a signal breaks off would be one that failed.
void note_interruption() {
    struct sigaction action {};
    action.sa_handler = [](int) { wished = true; };
    action.sa_flags = static_cast<int>(SA_RESTART | SA_RESETHAND);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) ::sigaction(signal, &action, nullptr);
}

bool interrupted() { return wished; }

}  // namespace hamer
