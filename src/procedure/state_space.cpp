#include "procedure/state_space.h"

#include "procedure/machine_core.h"

#include <algorithm>

namespace hamer {

namespace {

constexpr std::uint32_t unknown = UINT32_MAX;

// Numbers every combination of states, so that a visited situation is found by one look in an array.
struct Numbering {
    std::vector<std::uint64_t> weight;
    std::uint64_t combinations = 1;

    explicit Numbering(const Procedure& procedure) {
        for (const Region& region : procedure.regions) {
            weight.push_back(combinations);
            combinations *= region.states.size();
            if (combinations > StateSpace::max_combinations) return;
        }
    }
    [[nodiscard]] std::uint64_t number(const Configuration& configuration) const {
        std::uint64_t sum = 0;
        for (std::size_t i = 0; i < weight.size(); ++i) sum += weight[i] * configuration[i];
        return sum;
    }
};

// The handler of each region, state and event, so that exploring never searches.
class HandlerTable {
  public:
    explicit HandlerTable(const Procedure& procedure)
        : events_(procedure.events.size()), handlers_(procedure.regions.size() * max_states * events_, nullptr) {
        for (std::size_t r = 0; r < procedure.regions.size(); ++r) {
            for (std::size_t s = 0; s < procedure.regions[r].states.size(); ++s) {
                for (const Handler& handler : procedure.regions[r].states[s].on) {
                    handlers_[(r * max_states + s) * events_ + handler.event] = &handler;
                }
            }
        }
    }
    [[nodiscard]] const Transition* find(std::size_t region, std::uint8_t state, const Configuration& now,
                                         std::size_t event) const {
        const Handler* handler = handlers_[(region * max_states + state) * events_ + event];
        if (!handler) return nullptr;
        for (const Transition& transition : handler->transitions) {
            if (!transition.guard || holds(*transition.guard, now)) return &transition;
        }
        return nullptr;
    }

  private:
    std::size_t events_;
    std::vector<const Handler*> handlers_;
};

}  // namespace

StateSpace::StateSpace(const Procedure& procedure) {
    if (Numbering(procedure).combinations > max_combinations) return;
    explore(procedure);
    complete_ = true;
}

void StateSpace::explore(const Procedure& procedure) {
    const Numbering numbering(procedure);
    const HandlerTable table(procedure);
    std::vector<std::uint32_t> known(static_cast<std::size_t>(numbering.combinations), unknown);
    const auto find = [&](std::size_t region, std::uint8_t state, const Configuration& now, std::size_t event) {
        return table.find(region, state, now, event);
    };
    const auto nothing = [](std::size_t, std::size_t) {};
    // Few transitions, taken often: a flag beside each, found by its place in the last search, keeps this cheap.
    std::vector<const Transition*> seen;
    const auto visit = [&](const Transition& transition) {
        if (std::ranges::find(seen, &transition) == seen.end()) seen.push_back(&transition);
    };

    situations_.push_back(procedure.initial());
    reached_by_.push_back(unknown);
    known[static_cast<std::size_t>(numbering.number(situations_[0]))] = 0;
    for (std::uint32_t from = 0; from < situations_.size(); ++from) {
        first_edge_.push_back(static_cast<std::uint32_t>(edges_.size()));
        for (std::uint32_t event = 0; event < procedure.events.size(); ++event) {
            if (procedure.events[event].internal) continue;
            Configuration after;
            const Configuration before = situations_[from];
            const StepVerdict verdict =
                run_to_completion(procedure.regions.size(), before, event, after, find, nothing, visit);
            if (verdict == StepVerdict::Endless) endless_.push_back({from, event, from});
            if (verdict != StepVerdict::Accepted) continue;
            std::uint32_t& to = known[static_cast<std::size_t>(numbering.number(after))];
            if (to == unknown) {
                to = static_cast<std::uint32_t>(situations_.size());
                situations_.push_back(after);
                reached_by_.push_back(static_cast<std::uint32_t>(edges_.size()));
            }
            edges_.push_back({from, event, to});
        }
    }
    first_edge_.push_back(static_cast<std::uint32_t>(edges_.size()));
    taken_ = std::move(seen);
    std::ranges::sort(taken_);
}

bool StateSpace::is_taken(const Transition& transition) const {
    return std::ranges::binary_search(taken_, &transition);
}

std::vector<std::size_t> StateSpace::path_to(std::uint32_t situation) const {
    std::vector<std::size_t> path;
    while (reached_by_[situation] != unknown) {
        const Edge& edge = edges_[reached_by_[situation]];
        path.push_back(edge.event);
        situation = edge.from;
    }
    std::ranges::reverse(path);
    return path;
}

}  // namespace hamer
