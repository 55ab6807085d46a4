// Delivers in the background while a window is open: on a thread of its own, with a connection of its own to the
// register, so that no frame ever waits for a network. Sleeps until the next attempt is due, or until wake().
#pragma once

#include "service/handover/deliverer.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <stop_token>

namespace hamer {

class DeliveryService {
  public:
    // `changed` is called from the other thread after something was delivered, refused or put off. Without a target in
    // the settings, and no time stamp server, nothing runs.
    DeliveryService(Settings settings, std::filesystem::path data, Deliverer::MakeReport make_report,
                    std::function<void()> changed);
    // An attempt that is under way is given up within a second, and repeated at the next start.
    ~DeliveryService();
    DeliveryService(const DeliveryService&) = delete;
    DeliveryService& operator=(const DeliveryService&) = delete;

    void wake();
    // Another number after each change.
    [[nodiscard]] std::uint64_t version() const;

  private:
    struct Shared;
    std::shared_ptr<Shared> shared_;  // the thread's too, as one that waits for a register that hangs is left behind
    std::stop_source stop_;
};

}  // namespace hamer
