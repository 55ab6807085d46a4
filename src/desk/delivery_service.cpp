#include "desk/delivery_service.h"

#include "desk/handover.h"
#include "journal/posix_file.h"

#include <algorithm>
#include <chrono>

namespace hamer {

namespace {

constexpr auto longest_sleep = std::chrono::minutes(5);

}  // namespace

DeliveryService::DeliveryService(Settings settings, std::filesystem::path data, Deliverer::MakeReport make_report,
                                 std::function<void()> changed)
    : settings_(std::move(settings)),
      data_(std::move(data)),
      make_report_(std::move(make_report)),
      changed_(std::move(changed)) {
    if (settings_.deliver.folder.empty() && !settings_.deliver.https) return;
    thread_ = std::jthread([this](const std::stop_token& stop) { work(stop); });
}

DeliveryService::~DeliveryService() = default;

void DeliveryService::wake() {
    {
        const std::lock_guard lock(mutex_);
        woken_ = true;
    }
    wake_up_.notify_all();
}

void DeliveryService::work(const std::stop_token& stop) {
    PosixFileSystem files;
    const SystemClock clock;
    while (!stop.stop_requested()) {
        auto sleep = std::chrono::milliseconds(longest_sleep);
        // Opened for each round: a register that could not be reached may be there again.
        if (auto records = open_register(settings_, data_)) {
            Deliverer deliverer(*records, settings_, data_, files, clock, make_report_);
            const auto run = deliverer.run([&] { return stop.stop_requested(); });
            if (run && run->delivered + run->parked + run->waiting > 0) {
                ++version_;
                changed_();
            }
            if (const auto next = records->next_attempt(); next && *next) {
                const auto left = std::chrono::milliseconds((*next)->milliseconds - clock.now().at.milliseconds);
                sleep = std::clamp(left, std::chrono::milliseconds(100), sleep);
            }
        }
        std::unique_lock lock(mutex_);
        wake_up_.wait_for(lock, stop, sleep, [this] { return woken_; });
        woken_ = false;
    }
}

}  // namespace hamer
