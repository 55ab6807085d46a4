// A thread that does one thing after another for somebody who may not wait for it, such as the window.
//
// What it is given must hold all that it uses, as it may outlive whoever gave it: a call that never comes back, as to a
// disk that hangs, is left behind with its thread. Public functions are for any thread.
#pragma once

#include "base/mutex.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace hamer {

class Worker {
  public:
    using Job = std::function<void()>;

    Worker();
    // Waits `patience` at most for what was given, and leaves the rest: what has not begun by then is dropped, on the
    // thread itself: what such a job alone holds does not end on another one.
    ~Worker();
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    void give(Job job);
    // How long the destructor waits; 0 at first.
    void wait_at_the_end(std::chrono::milliseconds patience) { patience_at_the_end_ = patience; }

  private:
    struct Shared;
    std::shared_ptr<Shared> shared_;
    std::chrono::milliseconds patience_at_the_end_{0};
};

// What `job` gives, made on a thread of its own; nothing where it takes longer than `patience`, and the thread is left
// behind with it. `job` holds all that it uses.
template <typename Value>
[[nodiscard]] std::optional<Value> within(std::chrono::milliseconds patience, std::function<Value()> job) {
    struct Given {
        Mutex mutex;
        std::condition_variable_any came;
        std::optional<Value> value GUARDED_BY(mutex);
        bool awaited GUARDED_BY(mutex) = true;
    };
    const auto answer = std::make_shared<Given>();
    Worker worker;
    worker.wait_at_the_end(std::chrono::milliseconds(50));
    worker.give([answer, job = std::move(job)] {
        std::optional<Value> value(job());
        const MutexLock hold(answer->mutex);
        if (answer->awaited) answer->value.emplace(*std::move(value));
        answer->came.notify_all();
    });
    MutexLock hold(answer->mutex);
    answer->came.wait_for(hold, patience, [&]() REQUIRES(answer->mutex) { return answer->value.has_value(); });
    answer->awaited = false;
    return std::exchange(answer->value, std::nullopt);
}

// True once a Worker, or another thread that was asked to end, was left behind. The process must then end by
// std::_Exit: to take down what such a thread uses is not safe.
[[nodiscard]] bool threads_left_behind();
void leave_thread_behind();

}  // namespace hamer
