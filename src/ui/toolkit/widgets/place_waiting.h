// What a place waits for, once that lasts long enough to be noticed, with the way to stop it or to wait no longer.
#pragma once

#include "base/progress.h"
#include "base/text.h"
#include "ui/toolkit/widgets/rect.h"

#include <cstdint>
#include <string>

namespace hamer::ui {

class Ui;

struct PlaceWaiting {
    std::string what{};   // in words; the thread that does it may tell more
    std::int64_t ms = 0;  // how long; 0: nothing is waited for
    Progress::Told told{};
};

// Whether it lasts so long that it is said.
[[nodiscard]] bool is_noticed(const PlaceWaiting& waiting);
// When it is to be drawn anew: once it is noticed, when the seconds go on, and as it gets further.
[[nodiscard]] std::int64_t next_waiting_ms(std::int64_t waited, const Progress::Told& told);

// In the room of the place's head (place_head.h). Drawn after all it may cover.
enum class WaitingTap { None, Stop, NoLonger };
[[nodiscard]] WaitingTap place_waiting(Ui& ui, Rect room, const PlaceWaiting& waiting, const Say& say);

}  // namespace hamer::ui
