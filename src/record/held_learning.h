// What was held to learn from (5.2), without a word that somebody wrote: its kind, its day, which bodies were there and
// how many names were noted. So it may stand in the report to the council.
#pragma once

#include "base/time.h"
#include "record/incident.h"

#include <optional>
#include <string>
#include <vector>

namespace hamer {

struct HeldLearning {
    LearningKind kind = LearningKind::Introduction;
    std::string day{};  // "2026-03-12"
    std::vector<Body> bodies{};
    int present = 0;  // names that were noted; 0: none were

    bool operator==(const HeldLearning&) const = default;
};

// Nothing where the record is of another kind, was withdrawn, or has no day yet.
[[nodiscard]] std::optional<HeldLearning> held_learning(const IncidentRecord& record);

// The yearly discussion: the days on which it was held in that year, and who of the two that 5.2 names was at none of
// them.
struct YearlyDiscussion {
    std::vector<std::string> days{};
    bool council = false;
    bool college = false;
};
[[nodiscard]] YearlyDiscussion discussed_in(const std::vector<HeldLearning>& held, int year);

}  // namespace hamer
