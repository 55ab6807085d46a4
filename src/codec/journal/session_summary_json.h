// A session's summary as a line of JSON, for the index of sessions.
#pragma once

#include "record/session_summary.h"

#include <optional>
#include <string>
#include <string_view>

namespace hamer {

[[nodiscard]] std::string write_session_summary(const SessionSummary& summary);
// Nothing for what is no summary: the index is made again.
[[nodiscard]] std::optional<SessionSummary> read_session_summary(std::string_view line);

}  // namespace hamer
