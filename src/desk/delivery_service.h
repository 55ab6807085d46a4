// Delivers in the background while a window is open: on a thread of its own, with a connection of its own to the
// register, so that no frame ever waits for a network. Sleeps until the next attempt is due, or until wake().
#pragma once

#include "desk/deliverer.h"

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>

namespace hamer {

class DeliveryService {
  public:
    // `changed` is called from the other thread after something was delivered, refused or put off. Without a target in
    // the settings nothing runs.
    DeliveryService(Settings settings, std::filesystem::path data, Deliverer::MakeReport make_report,
                    std::function<void()> changed);
    ~DeliveryService();  // an attempt that is under way is given up within a second, and repeated at the next start
    DeliveryService(const DeliveryService&) = delete;
    DeliveryService& operator=(const DeliveryService&) = delete;

    void wake();
    // Another number after each change.
    [[nodiscard]] std::uint64_t version() const { return version_; }

  private:
    void work(const std::stop_token& stop);

    Settings settings_;
    std::filesystem::path data_;
    Deliverer::MakeReport make_report_;
    std::function<void()> changed_;
    std::mutex mutex_;
    std::condition_variable_any wake_up_;
    bool woken_ = false;
    std::atomic<std::uint64_t> version_ = 0;
    std::jthread thread_;  // last: it uses all of the above
};

}  // namespace hamer
