#include "broadcast/command_broadcast.h"

#include "broadcast/child_process.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace hamer {

namespace {

constexpr std::int64_t first_retry_ms = 1000, longest_retry_ms = 30'000;
constexpr auto look_every = std::chrono::milliseconds(100);

}  // namespace

CommandBroadcast::CommandBroadcast(CommandOptions options, const Clock& clock)
    : options_(std::move(options)), clock_(clock), owed_(options_.owed) {
    status_.link = BroadcastStatus::Link::Ready;
    thread_ = std::jthread([this](const std::stop_token& stop) { work(stop); });
}

CommandBroadcast::~CommandBroadcast() = default;

void CommandBroadcast::want(BroadcastWish wish) {
    {
        const std::lock_guard lock(mutex_);
        if (wish == status_.wish) return;
        status_.wish = wish;
        status_.reached = status_.overdue = false;
        status_.reached_at.reset();
        status_.problem = {};
        ++status_.version;
        wished_at_ = clock_.now().monotonic_ms;
        retry_at_ = retry_ms_ = 0;
    }
    wake_up_.notify_all();
}

void CommandBroadcast::again() {
    {
        const std::lock_guard lock(mutex_);
        asked_again_ = true;
        retry_at_ = retry_ms_ = 0;
    }
    wake_up_.notify_all();
}

void CommandBroadcast::test() {
    {
        const std::lock_guard lock(mutex_);
        if (status_.wish != BroadcastWish::Leave || test_asked_) return;
        test_asked_ = true;
        status_.test.emplace();
        ++status_.version;
    }
    wake_up_.notify_all();
}

BroadcastStatus CommandBroadcast::status() const {
    const std::lock_guard lock(mutex_);
    return status_;
}

std::vector<BroadcastReport> CommandBroadcast::take_reports() {
    const std::lock_guard lock(mutex_);
    return std::exchange(reports_, {});
}

CommandBroadcast::Run CommandBroadcast::next() const {
    const bool asked = asked_again_ || !status_.reached;
    if (!asked || clock_.now().monotonic_ms < retry_at_) return Run::None;
    if (status_.wish == BroadcastWish::Paused) return Run::Pause;
    if (status_.wish == BroadcastWish::Live && (owed_ || asked_again_)) return Run::Resume;
    return Run::None;
}

CommandBroadcast::Ended CommandBroadcast::start(Run what, const std::stop_token& stop) {
    const std::string word = what == Run::Pause ? "pause" : "resume";
    const auto ended = run_child({options_.program, word}, options_.limit, [&] {
        look_at_the_clock();
        return stop.stop_requested();
    });
    if (!ended) {
        return {{describe(ended.error(), Language::Dutch), describe(ended.error(), Language::English)}, false};
    }
    if (ended->stopped) {
        return {{fmt::format("{} {}: duurde te lang", options_.program, word),
                 fmt::format("{} {}: took too long", options_.program, word)}};
    }
    if (ended->exit_status == 0) return {};
    const std::string why = fmt::format("{} {}: status {}", options_.program, word, ended->exit_status);
    return {{why, why}};
}

void CommandBroadcast::look_at_the_clock() {
    const std::lock_guard lock(mutex_);
    const bool waits = status_.wish != BroadcastWish::Leave && !status_.reached && !status_.overdue;
    if (!waits || clock_.now().monotonic_ms - wished_at_ < broadcast_patience_ms) return;
    status_.overdue = true;
    ++status_.version;
    options_.changed();
}

void CommandBroadcast::settle(const LocalText& problem) {
    const Stamp now = clock_.now();
    status_.problem = problem;
    if (problem.nl.empty()) {
        status_.reached = true;
        status_.reached_at = now.at;
        status_.overdue = false;
        retry_ms_ = 0;
    } else {
        reports_.push_back({now.at, problem});
        retry_ms_ = std::clamp(retry_ms_ * 2, first_retry_ms, longest_retry_ms);
        retry_at_ = now.monotonic_ms + retry_ms_;
    }
    ++status_.version;
    options_.changed();
}

// Pauses and resumes, and puts back what it can also when the first went wrong.
void CommandBroadcast::try_out(std::unique_lock<std::mutex>& lock, const std::stop_token& stop) {
    BroadcastTest made;
    LocalText problem;
    for (const Run what : {Run::Pause, Run::Resume}) {
        lock.unlock();
        const std::int64_t began = clock_.now().monotonic_ms;
        const LocalText wrong = start(what, stop).problem;
        (what == Run::Pause ? made.pause_ms : made.resume_ms) = clock_.now().monotonic_ms - began;
        lock.lock();
        if (problem.nl.empty()) problem = wrong;
    }
    made.state = problem.nl.empty() ? BroadcastTest::State::Passed : BroadcastTest::State::Failed;
    made.problem = problem;
    status_.test = made;
    test_asked_ = false;
    ++status_.version;
    options_.changed();
}

void CommandBroadcast::work(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    while (!stop.stop_requested()) {
        if (test_asked_) try_out(lock, stop);
        const Run what = next();
        // Nothing is owed: a broadcast that was never paused is as it was wished.
        if (status_.wish == BroadcastWish::Live && !owed_ && !status_.reached && what == Run::None) settle({});
        if (what == Run::None) {
            const bool waits = status_.wish != BroadcastWish::Leave && !status_.reached;
            const auto due = [this] { return test_asked_ || next() != Run::None; };
            if (waits) {
                wake_up_.wait_for(lock, stop, look_every, due);
                lock.unlock();
                look_at_the_clock();
                lock.lock();
            } else {
                wake_up_.wait(lock, stop, [&] {
                    return due() || (status_.wish == BroadcastWish::Live && !owed_ && !status_.reached);
                });
            }
            continue;
        }
        asked_again_ = false;
        const BroadcastWish asked = status_.wish;
        const bool owed_before = std::exchange(owed_, true);
        lock.unlock();
        if (!owed_before) options_.keep(true);
        const Ended ended = start(what, stop);
        const bool nothing_owed = (what == Run::Resume && ended.problem.nl.empty()) || (!ended.started && !owed_before);
        if (nothing_owed) options_.keep(false);
        lock.lock();
        if (nothing_owed) owed_ = false;
        // Where something else is wished by now, that comes next.
        if (status_.wish == asked) settle(ended.problem);
    }
}

}  // namespace hamer
