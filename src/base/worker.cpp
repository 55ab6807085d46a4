#include "base/worker.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <utility>

namespace hamer {

namespace {

std::atomic<bool> left_behind = false;

}  // namespace

bool threads_left_behind() { return left_behind; }
void leave_thread_behind() { left_behind = true; }

struct Worker::Shared {
    void run() {
        std::unique_lock hold(mutex);
        while (true) {
            changed.wait(hold, [this] { return stop || !jobs.empty(); });
            if (jobs.empty()) break;
            Job job = std::exchange(jobs.front(), nullptr);
            jobs.pop_front();
            busy = true;
            hold.unlock();
            job();
            job = nullptr;  // what it holds ends here, not under the lock
            hold.lock();
            busy = false;
            changed.notify_all();
        }
        ended = true;
        changed.notify_all();
    }

    std::mutex mutex;
    std::condition_variable changed;
    std::deque<Job> jobs;
    bool busy = false;
    bool stop = false;
    bool ended = false;
};

Worker::Worker() : shared_(std::make_shared<Shared>()) {
    std::thread([shared = shared_] { shared->run(); }).detach();
}

Worker::~Worker() {
    std::deque<Job> dropped;
    std::unique_lock hold(shared_->mutex);
    shared_->stop = true;
    shared_->changed.notify_all();
    const auto ended = [this] { return shared_->ended; };
    if (!shared_->changed.wait_for(hold, patience_at_the_end_, ended)) {
        dropped.swap(shared_->jobs);
        // A thread that is between two jobs ends by itself; one that is in a job may never.
        if (shared_->busy) leave_thread_behind();
    }
}

void Worker::give(Job job) {
    {
        const std::lock_guard hold(shared_->mutex);
        shared_->jobs.push_back(std::move(job));
    }
    shared_->changed.notify_all();
}

}  // namespace hamer
