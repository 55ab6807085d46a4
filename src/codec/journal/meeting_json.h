// A meeting and field values as JSON, for the files that hold them. Internal to codec/.
#pragma once

#include "codec/json/cursor.h"
#include "session/values.h"

namespace hamer {

[[nodiscard]] Meeting meeting_from(const Cursor& at);                     // name is required
[[nodiscard]] Meeting meeting_from(const Cursor& at, Meeting otherwise);  // what is not given stays as it is there
[[nodiscard]] Json to_json(const Meeting& meeting);

}  // namespace hamer
