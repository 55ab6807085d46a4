// config/hamer.json and the values of the last meeting, which the preparation screen offers again.
#pragma once

#include "base/result.h"
#include "session/settings.h"
#include "session/values.h"

#include <string>
#include <string_view>

namespace hamer {

[[nodiscard]] Result<Settings> read_settings(std::string_view text, const std::string& file);

// Keys: name, date, chair, clerk, room, broadcast, kind (council, committee, other), place, address; name is required,
// and data from before kind, place and address is read as before. Used by `walk --meeting` too.
[[nodiscard]] Result<Meeting> read_meeting(std::string_view text, const std::string& where);
[[nodiscard]] std::string write_meeting(const Meeting& meeting);

}  // namespace hamer
