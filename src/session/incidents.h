// The incidents of a meeting while it goes on: which one is present, and which still asks for a decision on charges.
//
// A new disturbance is a new incident, and so is an emergency while there is no disturbance; one during a disturbance
// belongs to it. What the incident record tells of them is record/incidents.h's.
#pragma once

#include "procedure/procedure.h"
#include "session/entry.h"

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace hamer {

struct Incident {
    enum class Kind { Disturbance, Member, Emergency } kind = Kind::Disturbance;
    int number = 1;                      // 1, 2, 3… in the meeting: its name, and the end of its record's id
    std::uint64_t opened = 0;            // seq of the entry that opened it
    std::optional<std::uint64_t> ended;  // seq
};

// The fold of the situations that a meeting went through. A plain value.
class Incidents {
  public:
    // What one step changed, to take it back.
    struct Change {
        std::size_t count = 0;                               // before
        std::vector<std::pair<std::size_t, Incident>> were;  // those that it ended
    };

    explicit Incidents(const Procedure& procedure);

    Change follow(const Procedure& procedure, const Entry& entry, const Configuration& before,
                  const Configuration& after);
    void take_back(const Change& change);

    [[nodiscard]] const std::vector<Incident>& all() const { return incidents_; }
    // The latest that goes on; null when none does.
    [[nodiscard]] const Incident* present() const;

  private:
    [[nodiscard]] bool is_on(const Procedure& procedure, const Configuration& configuration,
                             std::optional<std::size_t> region) const;
    void open(Incident::Kind kind, std::uint64_t seq);
    void end(bool emergency, std::uint64_t seq, Change& change);

    std::vector<Incident> incidents_;
    std::optional<std::size_t> disturbance_;  // the regions
    std::optional<std::size_t> emergency_;
};

}  // namespace hamer
