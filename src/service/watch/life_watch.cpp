#include "service/watch/life_watch.h"

#include "base/mutex.h"

#include <utility>

namespace hamer {

LifeWatch::LifeWatch(Read read, const Clock& clock, std::function<void()> notice, std::chrono::milliseconds every)
    : read_(std::move(read)),
      clock_(clock),
      notice_(std::move(notice)),
      every_(every),
      listening_([this](const std::stop_token& stop) { listen(stop); }) {}

LifeWatch::~LifeWatch() = default;

void LifeWatch::watch(const std::filesystem::path& folder) {
    const MutexLock hold(mutex_);
    if (folder == folder_) return;
    folder_ = folder;
    silence_.reset();
    other_ = true;
    wait_.notify_all();
}

std::optional<Silence> LifeWatch::silence() const {
    const MutexLock hold(mutex_);
    return silence_;
}

void LifeWatch::listen(const std::stop_token& stop) {
    SignsOfLife signs;
    MutexLock hold(mutex_);
    while (!stop.stop_requested()) {
        wait_.wait_for(hold, stop, every_, [this]() REQUIRES(mutex_) { return other_; });
        if (std::exchange(other_, false)) signs = {};
        if (stop.stop_requested() || folder_.empty()) continue;
        const std::filesystem::path path = folder_ / alive_name;
        hold.unlock();
        signs.read(read_(path), clock_.now().monotonic_ms);
        const auto now = signs.silence(clock_.now().monotonic_ms);
        hold.lock();
        if (other_ || now == silence_) continue;
        silence_ = now;
        hold.unlock();
        notice_();
        hold.lock();
    }
}

}  // namespace hamer
