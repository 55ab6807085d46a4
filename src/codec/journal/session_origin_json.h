// Of which device a session is, as it stands in its folder and in a bundle: one JSON object (docs/journal-format.md).
#pragma once

#include "base/result.h"
#include "record/session_origin.h"

#include <string>
#include <string_view>

namespace hamer {

// What is read is cleaned: it comes from elsewhere.
[[nodiscard]] Result<SessionOrigin> read_session_origin(std::string_view text, const std::string& file);
[[nodiscard]] std::string write_session_origin(const SessionOrigin& origin);

}  // namespace hamer
