#include "procedure/check_parts.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace hamer {

namespace {

// Walks situations paired with how often an event has come in the incident that goes on, up to once too often.
class Counter {
  public:
    Counter(const Procedure& procedure, const StateSpace& space, std::size_t event)
        : procedure_(procedure),
          space_(space),
          event_(event),
          times_(static_cast<std::uint32_t>(procedure.events[event].times)),
          region_(procedure.region_of(Meaning::IncidentOpened)) {}

    // The most that it came, and no more than once too often.
    std::uint32_t most() {
        const std::uint32_t width = times_ + 2;
        std::vector<bool> seen(space_.situations().size() * width, false);
        std::vector<std::uint32_t> queue{0};
        seen[0] = true;
        std::uint32_t most = 0;
        for (std::size_t next = 0; next < queue.size(); ++next) {
            const std::uint32_t situation = queue[next] / width;
            for (std::uint32_t e = space_.first_edge()[situation]; e < space_.first_edge()[situation + 1]; ++e) {
                const Edge& edge = space_.edges()[e];
                const std::uint32_t count = after(edge, queue[next] % width);
                most = std::max(most, count);
                const std::uint32_t node = edge.to * width + count;
                if (seen[node]) continue;
                seen[node] = true;
                queue.push_back(node);
            }
        }
        return most;
    }

  private:
    [[nodiscard]] bool is_at_rest(std::uint32_t situation) const {
        return procedure_.active(space_.situations()[situation], *region_).rest;
    }

    [[nodiscard]] std::uint32_t after(const Edge& edge, std::uint32_t count) const {
        if (region_ && is_at_rest(edge.from) && !is_at_rest(edge.to)) count = 0;
        return edge.event == event_ ? std::min(count + 1, times_ + 1) : count;
    }

    const Procedure& procedure_;
    const StateSpace& space_;
    std::size_t event_;
    std::uint32_t times_;
    std::optional<std::size_t> region_;
};

}  // namespace

std::vector<Violation> check_counts(const Procedure& procedure, const StateSpace& space) {
    std::vector<Violation> found;
    for (std::size_t event = 0; event < procedure.events.size(); ++event) {
        const Event& counted = procedure.events[event];
        if (counted.times == 0) continue;
        const std::uint32_t most = Counter(procedure, space, event).most();
        if (most == static_cast<std::uint32_t>(counted.times)) continue;
        const bool more = most > static_cast<std::uint32_t>(counted.times);
        found.push_back(
            {"steps-counted",
             more ? fmt::format("{} can come more often in one incident than {} times", counted.id, counted.times)
                  : fmt::format("{} comes {} times in one incident; the file says {}", counted.id, most, counted.times),
             {}});
    }
    return found;
}

std::vector<Violation> check_apart(const Procedure& procedure, const StateSpace& space) {
    std::vector<Violation> found;
    const auto kinds = kinds_that_matter(procedure);
    const auto waits = [](const Card* card) { return card->answers && card->first_place > 0; };
    std::set<std::size_t> told;
    for (const Edge& edge : space.edges()) {
        if (procedure.events[edge.event].times < 2 || told.contains(edge.event)) continue;
        for (const MeetingKind kind : kinds) {
            const auto before = cards_shown(procedure, space.situations()[edge.from], kind);
            const auto after = cards_shown(procedure, space.situations()[edge.to], kind);
            if (before == after || std::ranges::all_of(after, waits)) continue;
            std::vector<std::size_t> path = space.path_to(edge.from);
            path.push_back(edge.event);
            found.push_back({"counted-apart",
                             fmt::format("after {} the card {} takes a second tap at once; expected answers, and a "
                                         "place behind the first",
                                         procedure.events[edge.event].id, after.front()->id),
                             names(procedure, path)});
            told.insert(edge.event);
            break;
        }
    }
    return found;
}

}  // namespace hamer
