#include "turns.h"

namespace hamer::test {

Turns::Turns(MemoryFileSystem& disk) : disk_(disk) {
    disk_.before_call = [this] { before_call(); };
}

Turns::~Turns() { disk_.before_call = {}; }

void Turns::before_call() {
    if (std::this_thread::get_id() == here_) return;
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return !closed_ || let_go_; });
}

void Turns::told() {
    const std::lock_guard lock(mutex_);
    ++told_;
    closed_ = true;
    changed_.notify_all();
}

void Turns::await_told() {
    std::unique_lock lock(mutex_);
    ++awaited_;
    changed_.wait(lock, [&] { return told_ >= awaited_; });
}

void Turns::open() {
    const std::lock_guard lock(mutex_);
    closed_ = false;
    changed_.notify_all();
}

void Turns::close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
}

void Turns::let_go() {
    const std::lock_guard lock(mutex_);
    let_go_ = true;
    changed_.notify_all();
}

void Turns::forget() {
    const std::lock_guard lock(mutex_);
    told_ = awaited_ = 0;
    closed_ = let_go_ = false;
}

}  // namespace hamer::test
