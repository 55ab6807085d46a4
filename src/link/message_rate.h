// How much a device that does not write may send (docs/link.md, "Transport"): a helper types, a loop does not.
#pragma once

#include "link/link_out.h"

#include <algorithm>

namespace hamer {

inline constexpr std::int64_t link_burst = 60;
inline constexpr LinkTime link_message_ms = 50;  // 20 a second

class MessageRate {
  public:
    // One came. False: it is too many.
    [[nodiscard]] bool take(LinkTime now) {
        paid_until_ = std::max(paid_until_, now) + link_message_ms;
        return paid_until_ - now <= link_burst * link_message_ms;
    }

  private:
    LinkTime paid_until_ = 0;
};

}  // namespace hamer
