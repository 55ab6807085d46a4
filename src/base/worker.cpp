#include "base/worker.h"

#include "base/mutex.h"

#include <atomic>
#include <condition_variable>
#include <deque>
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
        MutexLock hold(mutex);
        while (true) {
            changed.wait(hold, [this]() REQUIRES(mutex) { return stop || !jobs.empty(); });
            if (jobs.empty() || dropping) break;
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
        // What the rest holds ends here too: that may wait for the disk, and whoever left this thread may not.
        std::deque<Job> rest = std::exchange(jobs, {});
        hold.unlock();
        rest.clear();
        hold.lock();
        ended = true;
        changed.notify_all();
    }

    Mutex mutex;
    std::condition_variable_any changed;
    std::deque<Job> jobs GUARDED_BY(mutex);
    bool busy GUARDED_BY(mutex) = false;
    bool stop GUARDED_BY(mutex) = false;
    bool dropping GUARDED_BY(mutex) = false;
    bool ended GUARDED_BY(mutex) = false;
};

Worker::Worker() : shared_(std::make_shared<Shared>()) {
    std::thread([shared = shared_] { shared->run(); }).detach();
}

Worker::~Worker() {
    MutexLock hold(shared_->mutex);
    shared_->stop = true;
    shared_->changed.notify_all();
    const auto ended = [this]() REQUIRES(shared_->mutex) { return shared_->ended; };
    if (!shared_->changed.wait_for(hold, patience_at_the_end_, ended)) {
        shared_->dropping = true;
        // A thread that has nothing more to do or to drop ends by itself; one that is in a job may never.
        if (shared_->busy || !shared_->jobs.empty()) leave_thread_behind();
    }
}

void Worker::give(Job job) {
    {
        const MutexLock hold(shared_->mutex);
        shared_->jobs.push_back(std::move(job));
    }
    shared_->changed.notify_all();
}

}  // namespace hamer
