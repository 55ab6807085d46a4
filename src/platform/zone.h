// The time zone of the machine.
#pragma once

#include "base/calendar.h"

namespace hamer {

// The time zone of the process: where a variable TZ names one that, else the machine's. Safe from any thread.
class SystemZone final : public Zone {
  public:
    SystemZone();
    [[nodiscard]] int offset_minutes(std::int64_t milliseconds) const override;
};

}  // namespace hamer
