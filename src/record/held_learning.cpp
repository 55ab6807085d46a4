#include "record/held_learning.h"

#include <algorithm>

namespace hamer {

std::optional<HeldLearning> held_learning(const IncidentRecord& record) {
    if (record.withdrawn || !record.dossier || !record.dossier->learning) return std::nullopt;
    const Learning& one = *record.dossier->learning;
    if (one.day.empty()) return std::nullopt;
    return HeldLearning{one.kind, one.day, one.bodies, static_cast<int>(one.present.size())};
}

YearlyDiscussion discussed_in(const std::vector<HeldLearning>& held, int year) {
    YearlyDiscussion made;
    for (const HeldLearning& one : held) {
        if (one.kind != LearningKind::Discussion || one.day.substr(0, 4) != std::to_string(year)) continue;
        made.days.push_back(one.day);
        const auto was_there = [&](Body body) { return std::ranges::find(one.bodies, body) != one.bodies.end(); };
        made.council = made.council || was_there(Body::Council);
        made.college = made.college || was_there(Body::College);
    }
    std::ranges::sort(made.days);
    return made;
}

}  // namespace hamer
