// <data>/prepared-meeting.json: what the clerk put ready for the chair.
#pragma once

#include "base/result.h"
#include "session/prepared_meeting.h"

#include <string>
#include <string_view>

namespace hamer {

// Strict: what is wrong is refused with its place.
[[nodiscard]] Result<PreparedMeeting> read_prepared_meeting(std::string_view text, const std::string& file);
[[nodiscard]] std::string write_prepared_meeting(const PreparedMeeting& meeting);

}  // namespace hamer
