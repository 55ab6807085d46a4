#include "base/request_line.h"

#include "base/mutex.h"

#include <algorithm>
#include <condition_variable>
#include <utility>

namespace hamer {

// What the two threads share.
struct RequestLine::Answers {
    Mutex mutex;
    std::condition_variable_any came;
    std::function<void()> changed GUARDED_BY(mutex);
    std::uint64_t answered GUARDED_BY(mutex) = 0;  // the number of the last one
};

RequestLine::RequestLine(std::function<void()> changed, const Clock& clock, std::chrono::milliseconds at_the_end)
    : changed_(std::move(changed)), clock_(clock), at_the_end_(at_the_end) {}

RequestLine::~RequestLine() {
    if (!answers_) return;
    {
        const MutexLock hold(answers_->mutex);
        answers_->changed = nullptr;
    }
    worker_->wait_at_the_end(at_the_end_);
}

void RequestLine::give(Kind kind, Work work, Then then) {
    if (!answers_) {
        answers_ = std::make_shared<Answers>();
        const MutexLock hold(answers_->mutex);
        answers_->changed = changed_;
        worker_.emplace();
    }
    const std::uint64_t number = next_++;
    const std::int64_t now = clock_.now().monotonic_ms;
    asked_.push_back({number, now, kind, std::move(then)});
    worker_->give([answers = answers_, work = std::move(work), kind, number, now] {
        const bool tells = work(now) == News::Some || kind == Kind::Awaited;
        const MutexLock hold(answers->mutex);
        answers->answered = number;
        answers->came.notify_all();
        if (tells && answers->changed) answers->changed();
    });
}

bool RequestLine::take() {
    if (asked_.empty()) return false;
    std::uint64_t answered = 0;
    {
        const MutexLock hold(answers_->mutex);
        answered = answers_->answered;
    }
    bool awaited = false;
    while (!asked_.empty() && asked_.front().number <= answered) {
        // First gone, then told: what it is told to may ask for more.
        const Asked one = std::move(asked_.front());
        asked_.pop_front();
        one.then(std::nullopt);
        awaited = awaited || one.kind == Kind::Awaited;
    }
    return awaited;
}

bool RequestLine::busy() const { return std::ranges::find(asked_, Kind::Awaited, &Asked::kind) != asked_.end(); }

std::int64_t RequestLine::waiting_ms() const {
    const auto first = std::ranges::find(asked_, Kind::Awaited, &Asked::kind);
    return first == asked_.end() ? 0 : clock_.now().monotonic_ms - first->since;
}

void RequestLine::give_up(const Error& why) {
    if (asked_.empty()) return;
    std::uint64_t answered = 0;
    {
        const MutexLock hold(answers_->mutex);
        answers_->changed = nullptr;
        answered = answers_->answered;
    }
    worker_.reset();
    answers_.reset();
    for (const Asked& one : std::exchange(asked_, {})) {
        one.then(one.number <= answered ? std::optional<Error>() : why);
    }
}

void RequestLine::await() {
    if (!asked_.empty()) await(asked_.front().number);
}

void RequestLine::await_all() {
    if (!asked_.empty()) await(asked_.back().number);
}

void RequestLine::await(std::uint64_t number) {
    MutexLock hold(answers_->mutex);
    answers_->came.wait(hold, [&]() REQUIRES(answers_->mutex) { return answers_->answered >= number; });
}

}  // namespace hamer
