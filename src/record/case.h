// One incident in the making, as the session has it (session/incidents.h). Internal to record/.
#pragma once

#include "record/incident.h"
#include "session/session.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace hamer {

// From the entry that opened it to the one that ended it. What is recorded after that, until another incident opens or
// goes on, is its aftermath.
struct Case {
    IncidentRecord record;
    Incident::Kind kind = Incident::Kind::Disturbance;
    std::uint64_t opened = 0;
    std::optional<std::uint64_t> ended;

    [[nodiscard]] bool is_open_at(std::uint64_t seq) const { return seq >= opened && (!ended || seq <= *ended); }
};

// Which of them an entry belongs to: the latest that goes on at that moment, or else the latest that opened before.
// Nothing before the first.
[[nodiscard]] std::optional<std::size_t> owner_at(const std::vector<Case>& cases, std::uint64_t seq);
// Which of them a decision on charges is about: the one that it names; where it names none, as an earlier procedure
// has it, the latest disturbance before it, or without one the latest incident.
[[nodiscard]] std::optional<std::size_t> decided_about(const std::vector<Case>& cases, const Fields& decision,
                                                       std::uint64_t seq);

// The session's incidents in their order, with what opened and ended each.
[[nodiscard]] std::vector<Case> cases_of(const Session& session);

[[nodiscard]] Moment moment(const Entry& entry);

}  // namespace hamer
