// The fold of a session's facts into incidents and what lasted beside them. Internal to record/.
#pragma once

#include "record/case.h"
#include "record/facts.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace hamer {

// Something that began at one entry and stood until another.
template <typename Part>
struct Lasting {
    Part part;
    std::uint64_t from = 0;              // seq
    std::optional<std::uint64_t> until;  // seq; none: it still stands
};

class Timeline {
  public:
    explicit Timeline(const Session& session);

    // The session's incidents in their order, with all facts in place; without corrections and source.
    [[nodiscard]] std::vector<Case> cases() const;

  private:
    void add(const Fact& fact);
    void add_to_incident(const Fact& fact);
    void add_to_meeting(const Fact& fact);
    void add_to_room(const Fact& fact);
    void add_to_broadcast(const Fact& fact);
    void add_to_security(const Fact& fact);
    void add_to_police(const Fact& fact);
    void add_to_emergency(const Fact& fact);
    static void add_to_member(const Fact& fact, IncidentRecord& record);
    void decide_charges(const Fact& fact);
    // The disturbance that goes on then; null where none does.
    [[nodiscard]] Case* disturbance_at(std::uint64_t seq);

    std::optional<Moment> meeting_opened_;
    std::optional<Moment> meeting_closed_;
    std::vector<Case> cases_;
    std::vector<Lasting<Suspension>> suspensions_;
    std::vector<Lasting<RoomClearing>> clearings_;
    std::vector<Lasting<BroadcastPause>> pauses_;
    std::vector<Lasting<SecurityCall>> security_;
    std::vector<Lasting<PoliceCall>> police_;
    std::vector<Lasting<Emergency>> emergencies_;
};

}  // namespace hamer
