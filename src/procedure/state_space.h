// All situations that a procedure can reach, and every step between them: what the checker looks through.
#pragma once

#include "procedure/procedure.h"

#include <cstdint>
#include <string>
#include <vector>

namespace hamer {

struct Edge {
    std::uint32_t from = 0;
    std::uint32_t event = 0;
    std::uint32_t to = 0;
};

class StateSpace {
  public:
    // More combinations of states than this are not explored.
    static constexpr std::uint64_t max_combinations = std::uint64_t{1} << 24;

    // Breadth first from the initial situation. `is_complete` is false when there are too many combinations.
    explicit StateSpace(const Procedure& procedure);

    [[nodiscard]] bool is_complete() const { return complete_; }
    [[nodiscard]] const std::vector<Configuration>& situations() const { return situations_; }
    [[nodiscard]] const std::vector<Edge>& edges() const { return edges_; }  // in order of `from`
    // The first edge of each situation in edges(), with one more at the end.
    [[nodiscard]] const std::vector<std::uint32_t>& first_edge() const { return first_edge_; }
    // Whether the transition is ever taken. The reference must be one of the procedure's own.
    [[nodiscard]] bool is_taken(const Transition& transition) const;
    // The events whose raised events never end, with the situation where it happens.
    [[nodiscard]] const std::vector<Edge>& endless() const { return endless_; }
    // The shortest way from the start to a situation, as events.
    [[nodiscard]] std::vector<std::size_t> path_to(std::uint32_t situation) const;

  private:
    void explore(const Procedure& procedure);

    bool complete_ = false;
    std::vector<Configuration> situations_;
    std::vector<Edge> edges_;
    std::vector<std::uint32_t> first_edge_;
    std::vector<std::uint32_t> reached_by_;  // for each situation the edge that found it
    std::vector<const Transition*> taken_;   // sorted
    std::vector<Edge> endless_;
};

}  // namespace hamer
