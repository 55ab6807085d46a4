#include "platform/zone.h"

#include <ctime>

namespace hamer {

SystemZone::SystemZone() { tzset(); }

int SystemZone::offset_minutes(std::int64_t milliseconds) const {
    using namespace std::chrono;
    const auto seconds_since =
        static_cast<std::time_t>(floor<seconds>(std::chrono::milliseconds(milliseconds)).count());
    std::tm local{};
    if (localtime_r(&seconds_since, &local) == nullptr) return 0;
    return static_cast<int>(local.tm_gmtoff / 60);
}

}  // namespace hamer
