#include "platform/screen_on.h"

#include "base/worker.h"
#include "platform/module.h"
#include "platform/posix/surface/module/desktop_module.h"

#include <atomic>

namespace hamer {
namespace {

constexpr std::int64_t anew_ms = 60'000;

using Open = std::unique_ptr<ScreenKept> (*DesktopModule::*)();

// One of those who are asked, each on a thread of its own.
struct Way {
    explicit Way(Open opening) : open(opening) {}

    void keep(bool on) {
        *answer = ScreenOn::Answer::NotYet;
        worker.give([held = held, answer = answer, opening = open, on] {
            if (!on) return held->reset();
            const auto module = load_module_as<DesktopModule>("desktop");
            // The new one before the former goes.
            if (module) *held = ((*module)->*opening)();
            *answer = module && *held ? ScreenOn::Answer::Kept : ScreenOn::Answer::Refused;
        });
    }

    Open open;
    // The worker's own.
    std::shared_ptr<std::unique_ptr<ScreenKept>> held = std::make_shared<std::unique_ptr<ScreenKept>>();
    // For any thread.
    using Answered = std::atomic<ScreenOn::Answer>;
    std::shared_ptr<Answered> answer = std::make_shared<Answered>(ScreenOn::Answer::NotYet);
    Worker worker;
};

}  // namespace

// The X server and the desktop.
struct ScreenOn::Ways {
    Way by_x11{&DesktopModule::by_x11};
    Way by_bus{&DesktopModule::by_bus};
};

ScreenOn::ScreenOn() = default;
ScreenOn::~ScreenOn() = default;

void ScreenOn::keep(bool on, std::int64_t now_ms) {
    if (on == on_ && (!on || now_ms < asked_ms_ + anew_ms)) return;
    on_ = on;
    asked_ms_ = now_ms;
    if (!ways_) ways_ = std::make_unique<Ways>();
    ways_->by_x11.keep(on);
    ways_->by_bus.keep(on);
}

ScreenOn::Answer ScreenOn::answer() const {
    if (!ways_) return Answer::NotYet;
    const Answer of_x11 = *ways_->by_x11.answer;
    const Answer of_bus = *ways_->by_bus.answer;
    if (of_x11 == Answer::Kept || of_bus == Answer::Kept) return Answer::Kept;
    return of_x11 == of_bus ? of_x11 : Answer::NotYet;
}

}  // namespace hamer
