#include "procedure/check_parts.h"

#include <fmt/format.h>

namespace hamer {

namespace {

std::vector<Violation> unreachable_parts(const Procedure& procedure, const StateSpace& space) {
    std::vector<Violation> found;
    for (std::size_t r = 0; r < procedure.regions.size(); ++r) {
        const Region& region = procedure.regions[r];
        std::vector<bool> seen(region.states.size(), false);
        for (const Configuration& situation : space.situations()) seen[situation[r]] = true;
        for (std::size_t s = 0; s < region.states.size(); ++s) {
            const State& state = region.states[s];
            if (!seen[s]) {
                found.push_back({"states-reachable", fmt::format("no event leads to {}.{}", region.id, state.id), {}});
                continue;
            }
            for (const Handler& handler : state.on) {
                for (std::size_t t = 0; t < handler.transitions.size(); ++t) {
                    if (space.is_taken(handler.transitions[t])) continue;
                    found.push_back({"transitions-reachable",
                                     fmt::format("transition {} of {} in {}.{} is never taken", t + 1,
                                                 procedure.events[handler.event].id, region.id, state.id),
                                     {}});
                }
            }
        }
    }
    std::vector<bool> accepted(procedure.events.size(), false);
    for (const Edge& edge : space.edges()) accepted[edge.event] = true;
    for (std::size_t event = 0; event < accepted.size(); ++event) {
        if (accepted[event] || procedure.events[event].internal) continue;
        found.push_back({"events-reachable", fmt::format("{} can never be recorded", procedure.events[event].id), {}});
    }
    return found;
}

}  // namespace

std::vector<bool> can_reach(const StateSpace& space, const std::vector<bool>& to) {
    const std::size_t count = space.situations().size();
    // Predecessors, packed: the edges sorted by where they lead.
    std::vector<std::uint32_t> first(count + 2, 0);
    for (const Edge& edge : space.edges()) ++first[edge.to + 2];
    for (std::size_t i = 2; i < first.size(); ++i) first[i] += first[i - 1];
    std::vector<std::uint32_t> from(space.edges().size());
    for (const Edge& edge : space.edges()) from[first[edge.to + 1]++] = edge.from;

    std::vector<bool> reaches = to;
    std::vector<std::uint32_t> queue;
    for (std::uint32_t i = 0; i < count; ++i) {
        if (to[i]) queue.push_back(i);
    }
    for (std::size_t next = 0; next < queue.size(); ++next) {
        const std::uint32_t here = queue[next];
        for (std::uint32_t i = first[here]; i < first[here + 1]; ++i) {
            if (reaches[from[i]]) continue;
            reaches[from[i]] = true;
            queue.push_back(from[i]);
        }
    }
    return reaches;
}

std::vector<Violation> check_situations(const Procedure& procedure, const StateSpace& space) {
    std::vector<Violation> found = unreachable_parts(procedure, space);
    if (!space.endless().empty()) {
        const Edge& edge = space.endless().front();
        auto path = space.path_to(edge.from);
        path.push_back(edge.event);
        found.push_back({"raises-end", "raised events follow one another without end", names(procedure, path)});
    }
    std::vector<bool> at_rest;
    for (const Configuration& situation : space.situations()) at_rest.push_back(procedure.is_at_rest(situation));
    const std::vector<bool> reaches = can_reach(space, at_rest);
    for (std::uint32_t i = 0; i < reaches.size(); ++i) {
        if (reaches[i]) continue;
        found.push_back({"rest-reachable", "from here the meeting can never be closed with everything at rest",
                         names(procedure, space.path_to(i))});
        break;
    }
    for (std::uint32_t i = 0; i < space.situations().size(); ++i) {
        if (!procedure.is_open(space.situations()[i]) || !procedure.is_closed(space.situations()[i])) continue;
        found.push_back({"open-or-closed", "here the meeting counts as open and as closed at once",
                         names(procedure, space.path_to(i))});
        break;
    }
    return found;
}

}  // namespace hamer
