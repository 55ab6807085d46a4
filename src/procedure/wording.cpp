#include "procedure/wording.h"

#include <algorithm>

namespace hamer {

bool holds(const Condition& condition, const Circumstances& circumstances) {
    if (condition.when && !holds(*condition.when, circumstances.configuration)) return false;
    const auto& meetings = condition.meetings;
    if (!meetings.empty() && std::ranges::find(meetings, circumstances.meeting) == meetings.end()) return false;
    if (condition.undecided && !circumstances.undecided) return false;
    if (condition.entered && !circumstances.entered(*condition.entered)) return false;
    if (!condition.recorded) return true;
    const auto value = circumstances.recorded(condition.recorded->event, condition.recorded->field);
    return value && std::ranges::find(condition.recorded->among, *value) != condition.recorded->among.end();
}

const LocalText* Wording::choose(const Circumstances& circumstances) const {
    for (const Worded& each : cases) {
        if (!each.only_for || holds(*each.only_for, circumstances)) return &each.text;
    }
    return nullptr;
}

}  // namespace hamer
