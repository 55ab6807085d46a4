// The fold of a session's facts into incidents and what lasted beside them. Internal to record/.
#pragma once

#include "record/facts.h"
#include "record/incident.h"

#include <cstdint>
#include <limits>
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

// One incident in the making: entries `opened` to `ended`, and its aftermath up to `next`.
struct Case {
    IncidentRecord record;
    std::uint64_t opened = 0;
    std::optional<std::uint64_t> ended;
    std::uint64_t next = std::numeric_limits<std::uint64_t>::max();  // where the next incident opened

    [[nodiscard]] bool is_open_at(std::uint64_t seq) const {
        return seq >= opened && seq < next && (!ended || seq <= *ended);
    }
    [[nodiscard]] bool is_aftermath_at(std::uint64_t seq) const { return ended && seq > *ended && seq < next; }
};

class Timeline {
  public:
    explicit Timeline(const Session& session);

    // The incidents with all facts in place; without corrections and source.
    [[nodiscard]] std::vector<Case> cases() const;

  private:
    void add(const Fact& fact);
    void add_to_incident(const Fact& fact);
    void add_to_broadcast(const Fact& fact);
    void add_to_security(const Fact& fact);
    void add_to_police(const Fact& fact);
    void add_to_emergency(const Fact& fact);
    void decide_charges(const Fact& fact);
    void answer(const Fact& fact, Answer answer);
    void end_disturbance(const Fact& fact, EndedBy by, std::string how);
    Case& open(const Fact& fact, IncidentKind kind);
    [[nodiscard]] Case* disturbance() { return disturbance_ ? &cases_[*disturbance_] : nullptr; }

    std::optional<Moment> meeting_opened_;
    std::optional<Moment> meeting_closed_;
    std::vector<Case> cases_;
    std::optional<std::size_t> disturbance_;  // the open one
    std::vector<Lasting<Suspension>> suspensions_;
    std::vector<Lasting<RoomClearing>> clearings_;
    std::vector<Lasting<BroadcastPause>> pauses_;
    std::vector<Lasting<SecurityCall>> security_;
    std::vector<Lasting<PoliceCall>> police_;
    std::vector<Lasting<Emergency>> emergencies_;
};

[[nodiscard]] Moment moment(const Entry& entry);

}  // namespace hamer
