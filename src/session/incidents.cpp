#include "session/incidents.h"

#include <algorithm>

namespace hamer {

namespace {

// Whether to this state leads what happens to a member alone.
bool is_of_member(const Procedure& procedure, const Region& region, std::uint8_t state) {
    const auto leads = [&](const Handler& handler) {
        const auto meaning = procedure.events[handler.event].meaning;
        const bool of_member = meaning == Meaning::MemberReported || meaning == Meaning::MemberOrdered ||
                               meaning == Meaning::MemberProposed || meaning == Meaning::MemberExcluded;
        return of_member &&
               std::ranges::any_of(handler.transitions, [&](const Transition& way) { return way.target == state; });
    };
    return std::ranges::any_of(region.states, [&](const State& from) { return std::ranges::any_of(from.on, leads); });
}

}  // namespace

Incidents::Incidents(const Procedure& procedure)
    : disturbance_(procedure.region_of(Meaning::IncidentOpened)),
      emergency_(procedure.region_of(Meaning::EmergencyDeclared)) {}

bool Incidents::is_on(const Procedure& procedure, const Configuration& configuration,
                      std::optional<std::size_t> region) const {
    return region && !procedure.active(configuration, *region).rest;
}

void Incidents::open(Incident::Kind kind, std::uint64_t seq) {
    incidents_.push_back({kind, static_cast<int>(incidents_.size()) + 1, seq, std::nullopt});
}

void Incidents::end(bool emergency, std::uint64_t seq, Change& change) {
    for (std::size_t i = 0; i < incidents_.size(); ++i) {
        Incident& one = incidents_[i];
        if (one.ended || (one.kind == Incident::Kind::Emergency) != emergency) continue;
        change.were.emplace_back(i, one);
        one.ended = seq;
    }
}

Incidents::Change Incidents::follow(const Procedure& procedure, const Entry& entry, const Configuration& before,
                                    const Configuration& after) {
    Change change{incidents_.size(), {}};
    const bool disturbed = is_on(procedure, after, disturbance_);
    if (is_on(procedure, before, disturbance_) != disturbed) {
        if (disturbed) {
            const bool member = is_of_member(procedure, procedure.regions[*disturbance_], after[*disturbance_]);
            open(member ? Incident::Kind::Member : Incident::Kind::Disturbance, entry.seq);
        } else {
            end(false, entry.seq, change);
        }
    }
    const bool emergency = is_on(procedure, after, emergency_);
    if (is_on(procedure, before, emergency_) != emergency) {
        if (!emergency) {
            end(true, entry.seq, change);
        } else if (!disturbed) {
            open(Incident::Kind::Emergency, entry.seq);
        }
    }
    return change;
}

void Incidents::take_back(const Change& change) {
    incidents_.resize(change.count);
    for (const auto& [place, one] : change.were) incidents_[place] = one;
}

const Incident* Incidents::present() const {
    const auto found =
        std::find_if(incidents_.rbegin(), incidents_.rend(), [](const Incident& one) { return !one.ended; });
    return found == incidents_.rend() ? nullptr : &*found;
}

}  // namespace hamer
