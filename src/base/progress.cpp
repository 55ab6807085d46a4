#include "base/progress.h"

#include "base/mutex.h"

#include <utility>

namespace hamer {

void Progress::begin(LocalText what, std::uint64_t total) {
    const MutexLock hold(mutex_);
    told_ = {std::move(what), 0, total, true, told_.is_stopping};
}

void Progress::finish(LocalText what) {
    const MutexLock hold(mutex_);
    told_ = {std::move(what), 0, 0, false, false};
}

Status Progress::step(std::uint64_t steps) {
    const MutexLock hold(mutex_);
    told_.done += steps;
    if (!told_.is_stopping) return {};
    return fail(ErrorKind::Refused, "Hamer",
                LocalText{"hiermee is gestopt. Er is niets half gedaan", "this was stopped. Nothing is half done"}, {},
                Trouble::Stopped);
}

void Progress::stop() {
    const MutexLock hold(mutex_);
    if (told_.can_stop || told_.what.empty()) told_.is_stopping = true;
}

Progress::Told Progress::told() const {
    const MutexLock hold(mutex_);
    return told_;
}

void Progress::reset() {
    const MutexLock hold(mutex_);
    told_ = {};
}

}  // namespace hamer
