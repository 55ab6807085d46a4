#include "network/handler_thread.h"

#include <utility>

namespace hamer {

HandlerThread::HandlerThread(LinkHandler& handler, Done done)
    : handler_(handler), done_(std::move(done)), thread_([this] { run(); }) {}

HandlerThread::~HandlerThread() {
    {
        const MutexLock lock(mutex_);
        ending_ = true;
    }
    more_.notify_one();
    thread_.join();
}

void HandlerThread::tell(Kind kind, PeerId peer, std::int64_t at, std::string text) {
    {
        const MutexLock lock(mutex_);
        if (kind == Kind::Tick && std::exchange(tick_waits_, true)) return;
        told_.push_back({kind, peer, at, std::move(text)});
    }
    more_.notify_one();
}

void HandlerThread::run() {
    for (;;) {
        MutexLock lock(mutex_);
        while (told_.empty() && !ending_) more_.wait(lock);
        if (told_.empty()) return;
        Told one = std::move(told_.front());
        told_.pop_front();
        if (one.kind == Kind::Tick) tick_waits_ = false;
        lock.unlock();
        hand_on(one);
    }
}

void HandlerThread::hand_on(Told& one) {
    switch (one.kind) {
        case Kind::Opened:
            return handler_.opened(one.peer, one.at);
        case Kind::Received: {
            const std::size_t size = one.text.size();
            handler_.received(one.peer, std::move(one.text), one.at);
            return done_(one.peer, size);
        }
        case Kind::Heard:
            return handler_.heard(one.peer, one.at);
        case Kind::Sent:
            return handler_.sent(one.peer, one.at);
        case Kind::Lost:
            return handler_.lost(one.peer, one.at);
        case Kind::Tick:
            return handler_.tick(one.at);
    }
}

}  // namespace hamer
