#include "platform/process.h"

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace hamer {

// /dev/null: for reading at 0 and 1, so that what is written there is refused, for writing at 2.
bool open_standard_streams() {
    for (const int number : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(number, F_GETFD) != -1 || errno != EBADF) continue;
        // The lowest that is free, so this very one; those below it are open by now.
        if (::open("/dev/null", number == STDERR_FILENO ? O_WRONLY : O_RDONLY) != number) return false;
    }
    return true;
}

// Then the write says so itself: EPIPE, EFBIG.
void let_writes_fail() {
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
}

void write_last_words(std::string_view sentence) {
    [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, sentence.data(), sentence.size());
}

}  // namespace hamer
