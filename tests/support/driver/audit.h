// Judges a drawn screen as a strict eye would: nothing cut off, nothing on top of another, large enough for a finger,
// readable, and within reach of the keyboard.
#pragma once

#include "ui/toolkit/widgets/ui.h"

#include <string>
#include <vector>

namespace hamer::ui {

// One sentence for each thing that is wrong; empty when nothing is.
[[nodiscard]] std::vector<std::string> audit(const Ui& ui);

}  // namespace hamer::ui
