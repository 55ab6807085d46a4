#include "ui/surface/screen_on.h"

#include "base/worker.h"
#include "platform/module.h"

namespace hamer::ui {
namespace {

constexpr std::int64_t anew_ms = 60'000;

using Open = std::unique_ptr<ScreenKept> (*DesktopModule::*)();

}  // namespace

struct ScreenOn::Way {
    explicit Way(Open opening) : open(opening) {}

    void keep(bool on) {
        worker.give([held = held, opening = open, on] {
            if (!on) return held->reset();
            const auto module = load_module_as<DesktopModule>("desktop");
            // The new one before the former goes.
            if (module) *held = ((*module)->*opening)();
        });
    }

    Open open;
    // The worker's own.
    std::shared_ptr<std::unique_ptr<ScreenKept>> held = std::make_shared<std::unique_ptr<ScreenKept>>();
    Worker worker;
};

ScreenOn::ScreenOn() = default;
ScreenOn::~ScreenOn() = default;

void ScreenOn::keep(bool on, std::int64_t now_ms) {
    if (on == on_ && (!on || now_ms < asked_ms_ + anew_ms)) return;
    on_ = on;
    asked_ms_ = now_ms;
    if (!by_x11_) by_x11_ = std::make_unique<Way>(&DesktopModule::by_x11);
    if (!by_bus_) by_bus_ = std::make_unique<Way>(&DesktopModule::by_bus);
    by_x11_->keep(on);
    by_bus_->keep(on);
}

}  // namespace hamer::ui
