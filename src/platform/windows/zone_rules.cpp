#include "platform/windows/zone_rules.h"

#include "base/mutex.h"
#include "platform/windows/system.h"

#include <chrono>
#include <map>
#include <optional>

namespace hamer {

namespace {

constexpr std::int64_t ticks_a_millisecond = 10'000;
constexpr std::int64_t from_1601_to_1970 = 116'444'736'000'000'000;  // in ticks of 100 ns

std::optional<SYSTEMTIME> in_parts(std::int64_t ticks) {
    if (ticks < 0) return std::nullopt;
    const FILETIME time{static_cast<DWORD>(ticks & 0xFFFFFFFF), static_cast<DWORD>(ticks >> 32)};
    SYSTEMTIME parts{};
    if (::FileTimeToSystemTime(&time, &parts) == 0) return std::nullopt;
    return parts;
}

// The registry is asked once for each year.
class Rules {
  public:
    Rules() { ::GetDynamicTimeZoneInformation(&zone_); }

    [[nodiscard]] const TIME_ZONE_INFORMATION* of(WORD year) {
        const MutexLock hold(mutex_);
        const auto known = years_.find(year);
        if (known != years_.end()) return &known->second;
        TIME_ZONE_INFORMATION rules{};
        if (::GetTimeZoneInformationForYear(year, &zone_, &rules) == 0) return nullptr;
        return &years_.emplace(year, rules).first->second;
    }

  private:
    DYNAMIC_TIME_ZONE_INFORMATION zone_{};
    Mutex mutex_;
    std::map<WORD, TIME_ZONE_INFORMATION> years_;
};

}  // namespace

int offset_at(std::int64_t milliseconds) {
    static Rules rules;
    const std::int64_t ticks = milliseconds * ticks_a_millisecond + from_1601_to_1970;
    const auto utc = in_parts(ticks);
    if (!utc) return 0;
    SYSTEMTIME local{};
    const TIME_ZONE_INFORMATION* of_year = rules.of(utc->wYear);
    if (!of_year || ::SystemTimeToTzSpecificLocalTime(of_year, &*utc, &local) == 0) return 0;
    // In the hours around the turn of the year it may be another year there.
    if (local.wYear != utc->wYear) {
        of_year = rules.of(local.wYear);
        if (!of_year || ::SystemTimeToTzSpecificLocalTime(of_year, &*utc, &local) == 0) return 0;
    }
    FILETIME time{};
    if (::SystemTimeToFileTime(&local, &time) == 0) return 0;
    const std::int64_t local_ticks =
        static_cast<std::int64_t>(std::uint64_t{time.dwHighDateTime} << 32 | time.dwLowDateTime);
    constexpr std::int64_t ticks_a_minute = 60'000 * ticks_a_millisecond;
    // What is smaller than a millisecond is in the one, and not in the other.
    const std::int64_t difference = local_ticks - ticks;
    return static_cast<int>((difference + (difference < 0 ? -1 : 1) * ticks_a_minute / 2) / ticks_a_minute);
}

}  // namespace hamer
