#include "service/handover/delivery_service.h"

#include "base/mutex.h"
#include "base/worker.h"
#include "platform/clock.h"
#include "platform/system_files.h"
#include "service/handover/handover.h"
#include "service/store/time_stamp.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <thread>
#include <utility>

namespace hamer {

namespace {

constexpr auto longest_sleep = std::chrono::minutes(5);
constexpr auto first_sleep = std::chrono::seconds(1);  // when the register could not be reached, doubling
constexpr auto patience_at_the_end = std::chrono::milliseconds(1500);

}  // namespace

struct DeliveryService::Shared {
    void work(const std::stop_token& stop) {
        SystemFiles files;
        const SystemClock clock;
        std::chrono::milliseconds without_register = first_sleep;
        while (!stop.stop_requested()) {
            auto sleep = std::chrono::milliseconds(longest_sleep);
            // Opened for each round: a register that could not be reached may be there again.
            if (auto records = open_register(settings, data)) {
                without_register = first_sleep;
                Deliverer deliverer(*records, settings, data, files, clock, make_report);
                const auto run = deliverer.run([&] { return stop.stop_requested(); });
                if (run && run->delivered + run->parked + run->waiting > 0) {
                    ++version;
                    changed();
                }
                if (const auto next = records->next_attempt(); next && *next) {
                    const auto left = std::chrono::milliseconds((*next)->milliseconds - clock.now().at.milliseconds);
                    sleep = std::clamp(left, std::chrono::milliseconds(100), sleep);
                }
            } else if (records.error().trouble == Trouble::NotReachable ||
                       records.error().trouble == Trouble::TakesNoWrites) {
                sleep = std::min(sleep, without_register);
                without_register *= 2;
            }
            if (settings.time_stamp) {
                // What is not stamped now is asked for again in the next round; verify says what is missing.
                (void)stamp_marks(files, data, *settings.time_stamp, [&] { return stop.stop_requested(); });
            }
            MutexLock lock(mutex);
            wake_up.wait_for(lock, stop, sleep, [this]() REQUIRES(mutex) { return woken; });
            woken = false;
        }
        const MutexLock lock(mutex);
        ended = true;
        wake_up.notify_all();
    }

    Settings settings;
    std::filesystem::path data;
    Deliverer::MakeReport make_report;
    std::function<void()> changed;
    Mutex mutex;
    std::condition_variable_any wake_up;
    bool woken GUARDED_BY(mutex) = false;
    bool ended GUARDED_BY(mutex) = true;
    std::atomic<std::uint64_t> version = 0;
};

DeliveryService::DeliveryService(Settings settings, std::filesystem::path data, Deliverer::MakeReport make_report,
                                 std::function<void()> changed)
    : shared_(std::make_shared<Shared>()) {
    shared_->settings = std::move(settings);
    shared_->data = std::move(data);
    shared_->make_report = std::move(make_report);
    shared_->changed = std::move(changed);
    const DeliveryTargets& targets = shared_->settings.deliver;
    if (targets.folder.empty() && !targets.https && !targets.zgw && !shared_->settings.time_stamp) return;
    {
        const MutexLock lock(shared_->mutex);
        shared_->ended = false;
    }
    std::thread([shared = shared_, stop = stop_.get_token()] { shared->work(stop); }).detach();
}

DeliveryService::~DeliveryService() {
    stop_.request_stop();
    MutexLock lock(shared_->mutex);
    const auto ended = [this]() REQUIRES(shared_->mutex) { return shared_->ended; };
    if (!shared_->wake_up.wait_for(lock, patience_at_the_end, ended)) leave_thread_behind();
}

void DeliveryService::wake() {
    {
        const MutexLock lock(shared_->mutex);
        shared_->woken = true;
    }
    shared_->wake_up.notify_all();
}

std::uint64_t DeliveryService::version() const { return shared_->version; }

}  // namespace hamer
