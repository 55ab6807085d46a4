#include "main/process.h"

#include "base/worker.h"
#include "main/commands/locations.h"
#include "main/commands/output.h"
#include "platform/files.h"

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <new>
#include <string_view>
#include <unistd.h>

namespace hamer {

namespace {

constexpr int storage_failed = static_cast<int>(ErrorKind::Storage);

// Takes no memory itself. What was recorded is on disk.
[[noreturn]] void end_without_memory() {
    constexpr std::string_view sentence = "hamer: there is not enough memory. Close other programs, or allow more\n";
    [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, sentence.data(), sentence.size());
    std::_Exit(storage_failed);
}

}  // namespace

void begin_process() {
    for (const int number : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(number, F_GETFD) != -1 || errno != EBADF) continue;
        // The lowest that is free, so this very one; those below it are open by now.
        if (::open("/dev/null", number == STDERR_FILENO ? O_WRONLY : O_RDONLY) != number) std::_Exit(storage_failed);
    }
    // Then the write says so itself: EPIPE, EFBIG.
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
    std::set_new_handler(&end_without_memory);
}

int end_process(int status) {
    const int error = close_out();
    if (error != 0) status = storage_failed;
    if (error != 0 && error != EPIPE) (void)report(storage_error("standard output", "cannot be written", error));
    // What a thread that still waits for a disk uses must stay.
    if (threads_left_behind()) std::_Exit(status);
    return status;
}

}  // namespace hamer
