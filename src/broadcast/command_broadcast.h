// A program of the municipality's own pauses and resumes: started with `pause` or `resume`, its exit status confirms.
//
// One at a time, on a thread of its own; a wish that changes meanwhile is taken up as soon as it ended or took too
// long. What fails is tried again after a second, doubling to half a minute. `resume` is started only for a pause that
// Hamer made.
#pragma once

#include "base/mutex.h"
#include "broadcast/broadcast.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <string>
#include <thread>

namespace hamer {

struct CommandOptions {
    std::string program;  // the whole path
    std::chrono::milliseconds limit{10'000};
    bool owed = false;                                  // it was paused by Hamer and not resumed yet
    std::function<void(bool owed)> keep = [](bool) {};  // called on the thread, before the program is started
    std::function<void()> changed = [] {};
};

class CommandBroadcast final : public BroadcastControl {
  public:
    CommandBroadcast(CommandOptions options, const Clock& clock);
    ~CommandBroadcast() override;  // kills what still runs

    void want(BroadcastWish wish) override;
    [[nodiscard]] BroadcastStatus status() const override;
    [[nodiscard]] std::vector<BroadcastReport> take_reports() override;
    void again() override;
    void test() override;
    void make_slate(const std::string&) override {}
    void stop_stream() override {}
    void forget() override;

  private:
    enum class Run { None, Pause, Resume };
    void work(const std::stop_token& stop);
    [[nodiscard]] Run next() const REQUIRES(mutex_);
    struct Ended {
        LocalText problem{};  // empty: it confirmed
        bool started = true;
    };
    // Starts the program and waits for it. Without the lock.
    [[nodiscard]] Ended start(Run what, const std::stop_token& stop);
    // The same with the lock, which it lets go meanwhile, and with what is owed by it. Gives what went wrong.
    LocalText carry_out(Run what, const std::stop_token& stop) REQUIRES(mutex_);
    void owe(bool owed) REQUIRES(mutex_);
    [[nodiscard]] LocalText at_rest() const REQUIRES(mutex_);      // the problem where nothing is wished
    [[nodiscard]] bool was_never_paused() const REQUIRES(mutex_);  // it is live, as it was wished
    [[nodiscard]] bool is_due() const REQUIRES(mutex_);
    void try_out(const std::stop_token& stop) REQUIRES(mutex_);
    void settle(const LocalText& problem) REQUIRES(mutex_);
    void look_at_the_clock();

    CommandOptions options_;
    const Clock& clock_;
    mutable Mutex mutex_;
    std::condition_variable_any wake_up_;
    BroadcastStatus status_ GUARDED_BY(mutex_);
    std::vector<BroadcastReport> reports_ GUARDED_BY(mutex_);
    bool owed_ GUARDED_BY(mutex_) = false;
    bool asked_again_ GUARDED_BY(mutex_) = false;
    bool test_asked_ GUARDED_BY(mutex_) = false;
    bool forget_asked_ GUARDED_BY(mutex_) = false;
    std::int64_t wished_at_ GUARDED_BY(mutex_) = 0;  // monotonic, in milliseconds, as the next
    std::int64_t retry_at_ GUARDED_BY(mutex_) = 0;
    std::int64_t retry_ms_ GUARDED_BY(mutex_) = 0;
    std::jthread thread_;  // last: it uses all of the above
};

}  // namespace hamer
