#include "broadcast/command_broadcast.h"

#include "base/mutex.h"
#include "platform/child_process.h"

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
    status_.owes = owed_;
    status_.problem = at_rest();
    thread_ = std::jthread([this](const std::stop_token& stop) { work(stop); });
}

CommandBroadcast::~CommandBroadcast() = default;

void CommandBroadcast::want(BroadcastWish wish) {
    {
        const MutexLock lock(mutex_);
        if (wish == status_.wish) return;
        status_.wish = wish;
        status_.reached = status_.overdue = false;
        status_.reached_at.reset();
        status_.problem = wish == BroadcastWish::Leave ? at_rest() : LocalText{};
        ++status_.version;
        wished_at_ = clock_.now().monotonic_ms;
        retry_at_ = retry_ms_ = 0;
    }
    wake_up_.notify_all();
}

void CommandBroadcast::again() {
    {
        const MutexLock lock(mutex_);
        asked_again_ = true;
        retry_at_ = retry_ms_ = 0;
    }
    wake_up_.notify_all();
}

void CommandBroadcast::test() {
    {
        const MutexLock lock(mutex_);
        if (status_.wish != BroadcastWish::Leave || test_asked_) return;
        test_asked_ = true;
        status_.test.emplace();
        ++status_.version;
    }
    wake_up_.notify_all();
}

void CommandBroadcast::forget() {
    {
        const MutexLock lock(mutex_);
        forget_asked_ = true;
    }
    wake_up_.notify_all();
}

LocalText CommandBroadcast::at_rest() const {
    if (!owed_) return {};
    return {"Hamer pauzeerde de uitzending en hervatte haar nog niet.",
            "Hamer paused the broadcast and did not resume it yet."};
}

BroadcastStatus CommandBroadcast::status() const {
    const MutexLock lock(mutex_);
    return status_;
}

std::vector<BroadcastReport> CommandBroadcast::take_reports() {
    const MutexLock lock(mutex_);
    return std::exchange(reports_, {});
}

CommandBroadcast::Run CommandBroadcast::next() const {
    const bool asked = asked_again_ || !status_.reached;
    if (!asked || clock_.now().monotonic_ms < retry_at_) return Run::None;
    if (status_.wish == BroadcastWish::Paused) return Run::Pause;
    if (status_.wish == BroadcastWish::Live && (owed_ || asked_again_)) return Run::Resume;
    if (status_.wish == BroadcastWish::Leave && owed_ && asked_again_) return Run::Resume;
    return Run::None;
}

bool CommandBroadcast::was_never_paused() const {
    return status_.wish == BroadcastWish::Live && !owed_ && !status_.reached;
}

bool CommandBroadcast::is_due() const {
    return test_asked_ || forget_asked_ || asked_again_ || was_never_paused() || next() != Run::None;
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
    const MutexLock lock(mutex_);
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

void CommandBroadcast::owe(bool owed) {
    if (std::exchange(owed_, owed) == owed) return;
    status_.owes = owed;
    ++status_.version;
    mutex_.unlock();
    options_.keep(owed);
    mutex_.lock();
}

LocalText CommandBroadcast::carry_out(Run what, const std::stop_token& stop) {
    const bool owed_before = owed_;
    owe(true);
    mutex_.unlock();
    const Ended ended = start(what, stop);
    mutex_.lock();
    if ((what == Run::Resume && ended.problem.nl.empty()) || (!ended.started && !owed_before)) owe(false);
    return ended.problem;
}

// Pauses and resumes, and puts back what it can also when the first went wrong. A meeting that begins ends it, and has
// what it wishes.
void CommandBroadcast::try_out(const std::stop_token& stop) {
    BroadcastTest made;
    for (const Run what : {Run::Pause, Run::Resume}) {
        const std::int64_t began = clock_.now().monotonic_ms;
        LocalText wrong = carry_out(what, stop);
        (what == Run::Pause ? made.pause_ms : made.resume_ms) = clock_.now().monotonic_ms - began;
        if (made.problem.nl.empty()) made.problem = std::move(wrong);
        if (status_.wish == BroadcastWish::Leave) continue;
        if (made.problem.nl.empty()) made.problem = {"Er begon een vergadering.", "A meeting began."};
        break;
    }
    made.state = made.problem.nl.empty() ? BroadcastTest::State::Passed : BroadcastTest::State::Failed;
    if (status_.wish == BroadcastWish::Leave) status_.problem = at_rest();
    status_.test = std::move(made);
    test_asked_ = false;
    ++status_.version;
    options_.changed();
}

void CommandBroadcast::work(const std::stop_token& stop) {
    MutexLock lock(mutex_);
    while (!stop.stop_requested()) {
        if (test_asked_) try_out(stop);
        if (std::exchange(forget_asked_, false) && owed_) {
            owe(false);
            if (status_.wish == BroadcastWish::Leave) status_.problem = {};
            ++status_.version;  // who looked while that was kept has seen the former problem
            reports_.push_back({clock_.now().at, {"Uitzending: met de hand hervat", "Broadcast: resumed by hand"}});
            options_.changed();
        }
        const Run what = next();
        asked_again_ = false;
        if (what != Run::None) {
            const BroadcastWish asked = status_.wish;
            const LocalText problem = carry_out(what, stop);
            // Where something else is wished by now, that comes next.
            if (status_.wish != asked) continue;
            if (asked != BroadcastWish::Leave) {
                settle(problem);
            } else {
                status_.problem = problem.nl.empty() ? at_rest() : problem;
                ++status_.version;
                options_.changed();
            }
        } else if (was_never_paused()) {
            settle({});
        } else if (status_.wish != BroadcastWish::Leave && !status_.reached) {
            wake_up_.wait_for(lock, stop, look_every, [this]() REQUIRES(mutex_) { return is_due(); });
            lock.unlock();
            look_at_the_clock();
            lock.lock();
        } else {
            wake_up_.wait(lock, stop, [this]() REQUIRES(mutex_) { return is_due(); });
        }
    }
}

}  // namespace hamer
