// The program's own lines that stand on the screen: nothing is hidden, and what is not on disk or not in the register
// stays there until it is solved.
#pragma once

#include "ui/meeting/chair_view.h"

#include <string>
#include <vector>

namespace hamer::ui {

[[nodiscard]] std::vector<AlertView> trouble(const MeetingFacts& seen, Language language);

// After a restart: that the meeting goes on where it was. It stands until the first thing is recorded; empty otherwise.
[[nodiscard]] std::string reopened_notice(const MeetingFacts& seen, Language language);

}  // namespace hamer::ui
