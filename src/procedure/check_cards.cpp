#include "procedure/check_parts.h"

#include <algorithm>

namespace hamer {

Meant meant(const std::optional<Condition>& condition, const Configuration& configuration, MeetingKind meeting) {
    if (!condition) return Meant::Surely;
    if (condition->when && !holds(*condition->when, configuration)) return Meant::Never;
    const auto& meetings = condition->meetings;
    if (!meetings.empty() && std::ranges::find(meetings, meeting) == meetings.end()) return Meant::Never;
    return condition->is_plain() ? Meant::Surely : Meant::Maybe;
}

std::vector<const Card*> cards_shown(const Procedure& procedure, const Configuration& configuration,
                                     MeetingKind meeting) {
    std::vector<const Card*> found;
    for (const Card& card : procedure.guide) {
        if (!holds(card.when, configuration)) continue;
        const Meant shown = meant(card.only_for, configuration, meeting);
        if (shown != Meant::Never) found.push_back(&card);
        if (shown == Meant::Surely) break;
    }
    return found;
}

std::vector<MeetingKind> kinds_that_matter(const Procedure& procedure) {
    const bool matters = std::ranges::any_of(
        procedure.guide, [](const Card& card) { return card.only_for && !card.only_for->meetings.empty(); });
    if (!matters) return {MeetingKind::Council};
    return {MeetingKind::Council, MeetingKind::Committee, MeetingKind::Other};
}

std::vector<const LocalText*> texts_for(const Wording& wording, MeetingKind meeting) {
    std::vector<const LocalText*> found;
    for (const Worded& each : wording.cases) {
        if (each.only_for) {
            const auto& meetings = each.only_for->meetings;
            if (!meetings.empty() && std::ranges::find(meetings, meeting) == meetings.end()) continue;
        }
        found.push_back(&each.text);
        if (!each.only_for || (each.only_for->is_plain() && !each.only_for->when)) break;
    }
    return found;
}

}  // namespace hamer
