// The user's choices as a file: preferences.json in the data folder.
#pragma once

#include "base/result.h"
#include "session/preferences.h"

#include <string>
#include <string_view>

namespace hamer {

// Every key is optional, none else is known. Errors name `file` and the place in it.
[[nodiscard]] Result<Preferences> read_preferences(std::string_view text, const std::string& file);
[[nodiscard]] std::string write_preferences(const Preferences& preferences);

}  // namespace hamer
