// The window of a program that cannot start as it was asked to: what is wrong in plain words, what the system said, and
// the ways on. Somebody who started Hamer by its icon sees no terminal.
#pragma once

#include "base/result.h"
#include "base/text.h"

namespace hamer::ui {

class Ui;

struct StartProblem {
    enum class Cause { Settings, AlreadyOpen, NoAnswer, Other };
    Cause cause = Cause::Other;
    Error error;
    bool shipped = false;  // the settings and the procedure that come with the program can still be tried
};

enum class WayOn { None, Again, Shipped, WithoutDisk, Close };

// The way that was chosen in this frame.
[[nodiscard]] WayOn draw_start_problem(Ui& ui, const StartProblem& problem, Language language);

}  // namespace hamer::ui
