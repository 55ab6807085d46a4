// The still picture that is shown while the broadcast is paused.
#pragma once

#include "base/result.h"
#include "base/text.h"

#include <string>

namespace hamer {

// A PNG of 1920 by 1080: the meeting is suspended and the broadcast goes on afterwards, with the municipality's name.
[[nodiscard]] Result<std::string> slate_picture(const std::string& municipality, Language language);

}  // namespace hamer
