#include "platform/typed_lines.h"

#include "base/mutex.h"
#include "platform/whole_lines.h"
#include "platform/windows/system.h"

#include <condition_variable>
#include <io.h>
#include <thread>

namespace hamer {

// Windows has no wait for a pipe or a file, so a thread reads and is left behind where it waits at the end. What it
// uses is its own as much as the program's.
struct TypedLines::Parts {
    struct Shared {
        Mutex mutex;
        std::condition_variable_any changed;
        std::vector<std::string> lines;
        bool woken = false;
        bool typed = false;  // something, perhaps no whole line
        bool ended = false;
    };
    const std::shared_ptr<Shared> shared = std::make_shared<Shared>();
    bool reads = false;
};

namespace {

// What is typed at a console as UTF-16, as many a Windows gives nothing for what is not ASCII otherwise; of anything
// else the bytes. Nothing at its end.
std::optional<std::string> read_some(HANDLE input) {
    DWORD mode = 0;
    DWORD count = 0;
    if (::GetConsoleMode(input, &mode) != 0) {
        wchar_t typed[1024];
        if (::ReadConsoleW(input, typed, 1024, &count, nullptr) == 0 || count == 0) return std::nullopt;
        // Ctrl+Z ends it, as everywhere at a console.
        if (typed[0] == 26) return std::nullopt;
        return to_utf8({typed, count});
    }
    char bytes[4096];
    if (::ReadFile(input, bytes, sizeof bytes, &count, nullptr) == 0 || count == 0) return std::nullopt;
    return std::string(bytes, count);
}

}  // namespace

TypedLines::TypedLines() : parts_(std::make_unique<Parts>()) {}
TypedLines::~TypedLines() = default;

void TypedLines::wake() const {
    const MutexLock hold(parts_->shared->mutex);
    parts_->shared->woken = true;
    parts_->shared->changed.notify_all();
}

std::optional<std::vector<std::string>> TypedLines::wait() {
    using Shared = Parts::Shared;
    const std::shared_ptr<Shared> shared = parts_->shared;
    if (!std::exchange(parts_->reads, true)) {
        const auto input = reinterpret_cast<HANDLE>(::_get_osfhandle(0));
        std::thread([shared, input] {
            WholeLines typed;
            while (const auto read = read_some(input)) {
                const MutexLock hold(shared->mutex);
                const std::size_t before = shared->lines.size();
                typed.add(*read, shared->lines);
                for (std::size_t i = before; i < shared->lines.size(); ++i) {
                    if (shared->lines[i].ends_with('\r')) shared->lines[i].pop_back();
                }
                shared->typed = true;
                shared->changed.notify_all();
            }
            const MutexLock hold(shared->mutex);
            shared->ended = true;
            shared->changed.notify_all();
        }).detach();
    }
    MutexLock hold(shared->mutex);
    shared->changed.wait(hold, [&] { return shared->woken || shared->typed || shared->ended; });
    if (!shared->woken && !shared->typed) return std::nullopt;
    shared->woken = shared->typed = false;
    return std::exchange(shared->lines, {});
}

}  // namespace hamer
