#include "service/watch/lookout.h"

#include "base/mutex.h"

#include <utility>

namespace hamer {

Lookout::Lookout(Look look, const Clock& clock, std::function<void()> notice, LookoutOptions options)
    : look_(std::move(look)),
      clock_(clock),
      notice_(std::move(notice)),
      options_(options),
      looking_([this](const std::stop_token& stop) { look_on(stop); }),
      watching_([this](const std::stop_token& stop) { watch_over(stop); }) {}

Lookout::~Lookout() = default;

void Lookout::watch(std::vector<std::filesystem::path> paths) {
    const MutexLock hold(mutex_);
    if (paths == paths_) return;
    paths_ = std::move(paths);
    states_.clear();
}

std::optional<Instant> Lookout::silent_since() const {
    const MutexLock hold(mutex_);
    return silent_ ? asked_ : std::nullopt;
}

void Lookout::look_on(const std::stop_token& stop) {
    MutexLock hold(mutex_);
    while (!wait_.wait_for(hold, stop, options_.every, [&] { return stop.stop_requested(); })) {
        const std::vector<std::filesystem::path> paths = paths_;
        asked_ = clock_.now().at;
        ++looks_;
        hold.unlock();
        wait_.notify_all();
        std::vector<std::optional<FileState>> states;
        states.reserve(paths.size());
        for (const auto& path : paths) states.push_back(look_(path));
        hold.lock();
        asked_.reset();
        const bool changed = std::exchange(silent_, false) || (paths == paths_ && states != states_);
        if (paths == paths_) states_ = std::move(states);
        if (!changed) continue;
        hold.unlock();
        notice_();
        hold.lock();
    }
}

// A look that hangs cannot say so itself.
void Lookout::watch_over(const std::stop_token& stop) {
    MutexLock hold(mutex_);
    while (!stop.stop_requested()) {
        if (!wait_.wait(hold, stop, [&]() REQUIRES(mutex_) { return asked_ && !silent_; })) return;
        const std::uint64_t look = looks_;
        const bool answered =
            wait_.wait_for(hold, stop, options_.patience, [&]() REQUIRES(mutex_) { return !asked_ || looks_ != look; });
        if (answered || stop.stop_requested() || !asked_ || looks_ != look) continue;
        silent_ = true;
        hold.unlock();
        notice_();
        hold.lock();
    }
}

}  // namespace hamer
