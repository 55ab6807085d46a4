// What a program says when it ends with steps that did not reach the disk.
#pragma once

#include "base/text.h"

#include <optional>

namespace hamer {

class MeetingService;

// The exit status where that is so; what is missing, and where it is instead, is said on standard error.
[[nodiscard]] std::optional<int> say_unsaved_steps(const MeetingService& service, Language language);

}  // namespace hamer
