#include "platform/clock.h"

#include <chrono>
#include <ctime>
#include <fstream>

namespace hamer {

namespace {

std::string read_boot_id() {
    std::ifstream file("/proc/sys/kernel/random/boot_id");
    std::string id;
    std::getline(file, id);
    return id.empty() ? "unknown" : id;
}

}  // namespace

SystemClock::SystemClock() : boot_(read_boot_id()) {}

Stamp SystemClock::now() const {
    const auto wall = std::chrono::system_clock::now();
    const std::time_t seconds = std::chrono::system_clock::to_time_t(wall);
    std::tm local{};
    localtime_r(&seconds, &local);
    std::timespec since_boot{};
    clock_gettime(CLOCK_BOOTTIME, &since_boot);
    const auto wall_ms = std::chrono::duration_cast<std::chrono::milliseconds>(wall.time_since_epoch()).count();
    return {{wall_ms, static_cast<int>(local.tm_gmtoff / 60)},
            boot_,
            std::int64_t{since_boot.tv_sec} * 1000 + since_boot.tv_nsec / 1'000'000};
}

}  // namespace hamer
