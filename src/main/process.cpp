#include "main/process.h"

#include "base/worker.h"
#include "main/commands/exit_status.h"
#include "main/commands/locations.h"
#include "main/commands/output.h"
#include "platform/files.h"
#include "platform/process.h"

#include <cerrno>
#include <cstdlib>
#include <new>
#include <string_view>

namespace hamer {

namespace {

constexpr int storage_failed = exit_status(ErrorKind::Storage);

// Takes no memory itself. What was recorded is on disk.
[[noreturn]] void end_without_memory() {
    constexpr std::string_view sentence = "hamer: there is not enough memory. Close other programs, or allow more\n";
    write_last_words(sentence);
    std::_Exit(storage_failed);
}

}  // namespace

void begin_process() {
    if (!open_standard_streams()) std::_Exit(storage_failed);
    let_writes_fail();
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
