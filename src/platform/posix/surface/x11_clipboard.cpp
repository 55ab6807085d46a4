#include "platform/posix/surface/x11_clipboard.h"

#include "base/mutex.h"
#include "base/worker.h"
#include "platform/posix/wake.h"

#include <algorithm>
#include <condition_variable>
#include <cstdint>
#include <poll.h>
#include <thread>
#include <utility>

namespace hamer {
namespace {

using Clock = X11Selection::Clock;
constexpr std::chrono::milliseconds patience_at_the_end{500};

}  // namespace

struct X11Clipboard::Shared {
    void tell() const { wake.tell(); }
    void came(std::uint64_t number, std::string text);
    void run();
    bool take_orders(X11Selection* selection);
    void wait(const X11Selection* selection, std::optional<Clock::time_point> until) const;

    const Wake wake{};
    std::function<void()> tell_user;
    Mutex mutex;
    std::condition_variable_any changed;
    // Orders.
    std::optional<std::string> put GUARDED_BY(mutex);
    std::uint64_t asked GUARDED_BY(mutex) = 0;  // how often
    X11Selection::Wanted wanted GUARDED_BY(mutex) = X11Selection::Wanted::Text;
    bool stop GUARDED_BY(mutex) = false;
    // What came of them.
    std::optional<std::string> text GUARDED_BY(mutex);
    bool ended GUARDED_BY(mutex) = false;
    // The other thread's own.
    std::uint64_t taken_up = 0;
    std::optional<std::string> own;  // where there is no X display
};

void X11Clipboard::Shared::came(std::uint64_t number, std::string given) {
    {
        const MutexLock hold(mutex);
        if (number != asked) return;
        text = std::move(given);
    }
    tell_user();
}

// False when it is to end.
bool X11Clipboard::Shared::take_orders(X11Selection* selection) {
    MutexLock hold(mutex);
    auto given = std::exchange(put, std::nullopt);
    const std::uint64_t number = asked;
    const bool picture = wanted == X11Selection::Wanted::Picture;
    const bool goes_on = !stop;
    hold.unlock();
    if (given && selection != nullptr) selection->put(*std::move(given));
    if (given && selection == nullptr) own = std::move(given);
    if (number == taken_up) return goes_on;
    taken_up = number;
    if (selection != nullptr) {
        const auto then = [this, number](std::string answer) { came(number, std::move(answer)); };
        if (picture)
            selection->ask(X11Selection::Wanted::Picture, Clock::now() + patience_for_picture, longest_picture, then);
        else
            selection->ask(X11Selection::Wanted::Text, Clock::now() + patience, longest_text, then);
    } else {
        came(number, picture ? "" : own.value_or(""));
    }
    return goes_on;
}

void X11Clipboard::Shared::wait(const X11Selection* selection, std::optional<Clock::time_point> until) const {
    pollfd ready[2] = {{wake.descriptor(), POLLIN, 0}, {selection ? selection->descriptor() : -1, POLLIN, 0}};
    int timeout = -1;
    if (until) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(*until - Clock::now()).count();
        timeout = static_cast<int>(std::max<std::int64_t>(0, left));
    }
    ::poll(ready, 2, timeout);
    wake.heard();
}

void X11Clipboard::Shared::run() {
    auto selection = X11Selection::open();
    while (take_orders(selection.get())) {
        // What an order made come is already read from the connection: it is tended before the wait, too.
        if (selection && !selection->tend()) selection.reset();
        wait(selection.get(), selection ? selection->wake() : std::nullopt);
        if (selection && !selection->tend()) selection.reset();
    }
    if (selection && selection->hand_over()) {
        const auto until = Clock::now() + patience_at_the_end;
        while (selection->tend() && selection->handing_over() && Clock::now() < until) wait(selection.get(), until);
    }
}

X11Clipboard::X11Clipboard(std::function<void()> came) : shared_(std::make_shared<Shared>()) {
    shared_->tell_user = std::move(came);
    std::thread([shared = shared_] {
        shared->run();
        const MutexLock hold(shared->mutex);
        shared->ended = true;
        shared->changed.notify_all();
    }).detach();
}

X11Clipboard::~X11Clipboard() {
    MutexLock hold(shared_->mutex);
    shared_->stop = true;
    shared_->tell();
    // The X server itself may hang.
    const auto ended = [this]() REQUIRES(shared_->mutex) { return shared_->ended; };
    if (!shared_->changed.wait_for(hold, 2 * patience_at_the_end, ended)) leave_thread_behind();
}

void X11Clipboard::ask(X11Selection::Wanted wanted) {
    const MutexLock hold(shared_->mutex);
    ++shared_->asked;
    shared_->wanted = wanted;
    shared_->text.reset();
    shared_->tell();
}

std::optional<std::string> X11Clipboard::take() {
    const MutexLock hold(shared_->mutex);
    return std::exchange(shared_->text, std::nullopt);
}

void X11Clipboard::put(std::string text) {
    const MutexLock hold(shared_->mutex);
    shared_->put = std::move(text);
    shared_->tell();
}

std::unique_ptr<Clipboard> system_clipboard(std::function<void()> came) {
    return std::make_unique<X11Clipboard>(std::move(came));
}

}  // namespace hamer
