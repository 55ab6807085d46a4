// https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-setthreadexecutionstate
// It holds for the thread that asks, as long as that lives: so it is asked on one that stays. A screen saver that was
// chosen, or set by the administrator, still comes over a window that does not fill the screen.
#include "platform/screen_on.h"

#include "base/worker.h"
#include "platform/windows/system.h"

#include <atomic>

namespace hamer {

namespace {

constexpr std::int64_t anew_ms = 60'000;

}  // namespace

// The thread lets go at its end, which Windows sees to where the program is killed.
struct ScreenOn::Ways {
    using Answered = std::atomic<Answer>;
    std::shared_ptr<Answered> answer = std::make_shared<Answered>(Answer::NotYet);
    Worker worker;
};

ScreenOn::ScreenOn() = default;
ScreenOn::~ScreenOn() = default;

void ScreenOn::keep(bool on, std::int64_t now_ms) {
    if (on == on_ && (!on || now_ms < asked_ms_ + anew_ms)) return;
    on_ = on;
    asked_ms_ = now_ms;
    if (!ways_) ways_ = std::make_unique<Ways>();
    *ways_->answer = Answer::NotYet;
    ways_->worker.give([on, answer = ways_->answer] {
        constexpr EXECUTION_STATE kept = ES_CONTINUOUS | ES_DISPLAY_REQUIRED | ES_SYSTEM_REQUIRED;
        const bool done = ::SetThreadExecutionState(on ? kept : ES_CONTINUOUS) != 0;
        if (on) *answer = done ? Answer::Kept : Answer::Refused;
    });
}

ScreenOn::Answer ScreenOn::answer() const { return ways_ ? ways_->answer->load() : Answer::NotYet; }

}  // namespace hamer
