// The machine's clocks, in the time zone of the process.
#pragma once

#include "base/time.h"

#include <string>

namespace hamer {

// Any thread. The monotonic part goes on while the machine sleeps, so that a lid that was closed does not look like a
// clock that was set forward.
class SystemClock final : public Clock {
  public:
    SystemClock();
    [[nodiscard]] Stamp now() const override;

  private:
    std::string boot_;
};

}  // namespace hamer
