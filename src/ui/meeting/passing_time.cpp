// What of the chair's view goes on by itself, each second.
#include "ui/meeting/passing_time.h"

#include "ui/meeting/chair_view.h"

#include <algorithm>

namespace hamer::ui {

std::string lasted(std::int64_t milliseconds) {
    const std::string text = duration(milliseconds);
    return text + (std::ranges::count(text, ':') == 1 ? " min" : " h");
}

void end_listening(ChairView& view) {
    if (!view.afterwards) return;
    view.title = view.afterwards->title;
    view.say = view.afterwards->say;
    view.afterwards.reset();
    view.after_all = true;
}

void tell_time(ChairView& view, std::int64_t monotonic_ms) {
    const auto passed = [&](std::int64_t from) { return std::max<std::int64_t>(0, monotonic_ms - from); };
    for (const RunningTime& each : view.running) view.band[each.fact].detail = lasted(passed(each.since_ms));
    if (view.began_ms) view.band.back().value = lasted(passed(*view.began_ms));
    if (view.last_request_ms) view.since_request = lasted(passed(*view.last_request_ms));
    if (view.limit) {
        const std::int64_t elapsed = passed(view.limit->since_ms);
        view.limit->elapsed = duration(elapsed);
        view.limit->share =
            static_cast<double>(elapsed) / static_cast<double>(std::max<std::int64_t>(1, view.limit->limit_ms));
        view.limit->over = elapsed >= view.limit->limit_ms;
        if (view.limit->over) end_listening(view);
    }
}

}  // namespace hamer::ui
