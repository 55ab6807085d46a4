// https://learn.microsoft.com/windows/console/setconsolectrlhandler
#include "platform/interruption.h"

#include "platform/windows/system.h"

#include <atomic>

namespace hamer {

namespace {

std::atomic<bool> wished{false};

// On a thread of Windows' own. When it comes back from a console that is closed, or a log-off, the process is ended: so
// it waits there, as long as Windows does.
BOOL WINAPI note(DWORD what) {
    constexpr DWORD as_long_as_windows_waits_ms = 5000;
    const bool again = wished.exchange(true);
    if (what == CTRL_C_EVENT || what == CTRL_BREAK_EVENT) return again ? FALSE : TRUE;
    ::Sleep(as_long_as_windows_waits_ms);
    return TRUE;
}

}  // namespace

void note_interruption() { ::SetConsoleCtrlHandler(&note, TRUE); }

bool interrupted() { return wished; }

}  // namespace hamer
