// Lanes in time: bars for what lasted, marks for what happened, a scale with seconds. One tab stop: the arrow keys walk
// along the marks, plus and minus zoom. A tap chooses the nearest mark. What the chosen one says stands below it all.
#pragma once

#include "ui/toolkit/widgets/ui.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hamer::ui {

enum class MarkLook { Full, Danger, Hollow, Dashed };

struct TimeBar {
    std::int64_t from = 0;  // milliseconds
    std::int64_t until = 0;
    bool open = false;  // it still stood at the end
    std::string label{};
};

struct TimeMark {
    std::int64_t at = 0;
    MarkLook look = MarkLook::Full;
    std::string sign{};
    std::string says{};  // "20:42:24 verzoek 1"
};

struct TimeLane {
    std::string name{};
    std::vector<TimeBar> bars{};
    std::vector<TimeMark> marks{};
};

struct TimeChart {
    std::string_view key{};
    std::vector<TimeLane> lanes{};
    std::int64_t from = 0;
    std::int64_t until = 0;
    std::int64_t offset = 0;     // of the wall clock, in milliseconds, for the scale
    std::string_view hint{};     // below, while no mark is chosen
    std::string_view zoom_in{};  // labels of the buttons; their keys are "<key>.in", ".out", ".earlier", ".later"
    std::string_view zoom_out{};
    std::string_view earlier{};
    std::string_view later{};
};

[[nodiscard]] float time_chart_height(Ui& ui, const TimeChart& chart, float width);
void time_chart(Ui& ui, Rect rect, const TimeChart& chart);

}  // namespace hamer::ui
