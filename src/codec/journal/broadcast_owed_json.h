// What is owed to the broadcast, as it is kept beside the sessions: it must outlive the program.
#pragma once

#include "base/result.h"
#include "session/broadcast_owed.h"

#include <string>
#include <string_view>

namespace hamer {

[[nodiscard]] Result<BroadcastOwed> read_broadcast_owed(std::string_view text, const std::string& file);
[[nodiscard]] std::string write_broadcast_owed(const BroadcastOwed& owed);

}  // namespace hamer
