// An incident as a case to discuss (5.2): what kind of thing happened and what followed, without a word that somebody
// wrote. Free texts are left out as a whole, as no program can tell which of them names a person; so are the day, the
// meeting and every id.
#pragma once

#include "record/incident.h"

#include <optional>
#include <string>
#include <vector>

namespace hamer {

struct AnonymousCase {
    std::string month;  // "2026-03"
    IncidentKind kind = IncidentKind::Disturbance;
    Scenario scenario = Scenario::None;
    std::optional<Conduct> conduct{};  // the governing one
    std::optional<Channel> channel{};
    std::optional<Repetition> repetition{};
    int minutes = 0;  // from its beginning to its end
    int requests = 0;
    bool suspended = false;
    bool room_cleared = false;
    bool police_called = false;
    bool emergency = false;
    bool injury = false;
    std::optional<bool> damage{};
    std::vector<Office> affected{};       // each office once
    std::vector<MeasureKind> measures{};  // each kind once
    std::string charges{};                // the decision: file, report, none, later; empty: none was taken
    bool evaluated = false;

    bool operator==(const AnonymousCase&) const = default;
};

[[nodiscard]] AnonymousCase anonymous_case(const IncidentRecord& record);

}  // namespace hamer
