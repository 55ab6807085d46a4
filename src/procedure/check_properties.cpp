#include "procedure/check_parts.h"

#include <algorithm>
#include <fmt/format.h>
#include <optional>

namespace hamer {

namespace {

using Path = std::vector<std::size_t>;

class Prover {
  public:
    Prover(const Procedure& procedure, const StateSpace& space) : procedure_(procedure), space_(space) {}

    [[nodiscard]] std::optional<Breach> violation(const Never& rule) const {
        return first_situation([&](const Configuration& c) { return holds(rule.situation, c); },
                               "a situation that must never be");
    }

    [[nodiscard]] std::optional<Breach> violation(const Always& rule) const {
        return first_situation([&](const Configuration& c) { return !holds(rule.situation, c); },
                               "what must always hold does not");
    }

    [[nodiscard]] std::optional<Breach> violation(const OnlyWhen& rule) const {
        for (const Edge& edge : space_.edges()) {
            if (edge.event != rule.event || holds(rule.situation, space_.situations()[edge.from])) continue;
            Path path = space_.path_to(edge.from);
            path.push_back(edge.event);
            return Breach{fmt::format("{} is accepted where it must not be", procedure_.events[rule.event].id), path};
        }
        return std::nullopt;
    }

    [[nodiscard]] std::optional<Breach> violation(const Offered& rule) const {
        return shown_violation(procedure_, space_, rule);
    }

    [[nodiscard]] std::optional<Breach> violation(const Withheld& rule) const {
        return shown_violation(procedure_, space_, rule);
    }

    [[nodiscard]] std::optional<Breach> violation(const OffCard& rule) const {
        return shown_violation(procedure_, space_, rule);
    }

    [[nodiscard]] std::optional<Breach> violation(const Unsaid& rule) const {
        return words_violation(procedure_, rule);
    }

    [[nodiscard]] std::optional<Breach> violation(const Held& rule) const {
        const auto& hold = procedure_.events[rule.event].hold;
        if (hold && hold->kind == Guard::Kind::And && hold->of.empty()) return std::nullopt;
        return Breach{fmt::format("a tap is enough for {}", procedure_.events[rule.event].id), {}};
    }

    [[nodiscard]] std::optional<Breach> violation(const Raises& rule) const {
        for (const Region& region : procedure_.regions) {
            for (const State& state : region.states) {
                for (const Handler& handler : state.on) {
                    if (handler.event != rule.event) continue;
                    for (const Transition& transition : handler.transitions) {
                        const auto is_raised = [&](std::size_t event) {
                            return std::ranges::find(transition.raises, event) != transition.raises.end();
                        };
                        if (std::ranges::all_of(rule.raised, is_raised)) continue;
                        return Breach{fmt::format("{} does not raise it in {}.{}", procedure_.events[rule.event].id,
                                                  region.id, state.id),
                                      {}};
                    }
                }
            }
        }
        return std::nullopt;
    }

    [[nodiscard]] std::optional<Breach> violation(const After& rule) const {
        for (const Edge& edge : space_.edges()) {
            if (edge.event != rule.event || holds(rule.situation, space_.situations()[edge.to])) continue;
            Path path = space_.path_to(edge.from);
            path.push_back(edge.event);
            return Breach{fmt::format("after {} it is not as it must be", procedure_.events[rule.event].id), path};
        }
        return std::nullopt;
    }

    [[nodiscard]] std::optional<Breach> violation(const Leads& rule) const {
        for (const Edge& edge : space_.edges()) {
            const Configuration& before = space_.situations()[edge.from];
            const Configuration& after = space_.situations()[edge.to];
            for (const Leads::Way& way : rule.ways) {
                if (way.event != edge.event || after[way.to.region] == way.to.state) continue;
                if (way.from && before[way.from->region] != way.from->state) continue;
                Path path = space_.path_to(edge.from);
                path.push_back(edge.event);
                return Breach{fmt::format("{} does not lead to {}", procedure_.events[way.event].id, name_of(way.to)),
                              path};
            }
        }
        return std::nullopt;
    }

    [[nodiscard]] std::optional<Breach> violation(const Tagged& rule) const {
        const auto counts = [&](const Configuration& c) {
            switch (rule.tag) {
                case Tagged::Tag::Open:
                    return procedure_.is_open(c);
                case Tagged::Tag::Closed:
                    return procedure_.is_closed(c);
                case Tagged::Tag::Rest:
                    break;
            }
            return procedure_.is_at_rest(c);
        };
        return first_situation([&](const Configuration& c) { return counts(c) != holds(rule.situation, c); },
                               "the tags of the states do not say here what the rule says");
    }

    [[nodiscard]] std::optional<Breach> violation(const Reachable& rule) const {
        std::vector<bool> to;
        for (const Configuration& situation : space_.situations()) to.push_back(holds(rule.to, situation));
        const std::vector<bool> reaches = can_reach(space_, to);
        for (std::uint32_t i = 0; i < reaches.size(); ++i) {
            if (reaches[i] || !holds(rule.from, space_.situations()[i])) continue;
            return Breach{"from here it can never be reached", space_.path_to(i)};
        }
        return std::nullopt;
    }

    [[nodiscard]] std::optional<Breach> violation(const Requires& rule) const {
        return field_violation(procedure_, rule);
    }

    [[nodiscard]] std::optional<Breach> violation(const KeptPrivate& rule) const {
        return field_violation(procedure_, rule);
    }

    // Walks situations paired with how often the needed events have occurred, up to `times`.
    [[nodiscard]] std::optional<Breach> violation(const Before& rule) const {
        const auto width = static_cast<std::uint32_t>(rule.times) + 1;
        struct Visit {
            std::uint32_t node = 0;
            std::uint32_t parent = 0;
            std::uint32_t event = 0;
        };
        std::vector<Visit> queue{{0, 0, 0}};
        std::vector<bool> seen(space_.situations().size() * width, false);
        seen[0] = true;
        const auto path_to = [&](std::size_t visit) {
            Path path;
            for (; visit != 0; visit = queue[visit].parent) path.push_back(queue[visit].event);
            std::ranges::reverse(path);
            return path;
        };
        for (std::size_t next = 0; next < queue.size(); ++next) {
            const std::uint32_t situation = queue[next].node / width;
            const std::uint32_t count = queue[next].node % width;
            for (std::uint32_t e = space_.first_edge()[situation]; e < space_.first_edge()[situation + 1]; ++e) {
                const Edge& edge = space_.edges()[e];
                const std::uint32_t after = counted(rule, edge, count);
                if (breaks(rule, edge, count, after)) {
                    Path path = path_to(next);
                    path.push_back(edge.event);
                    return Breach{fmt::format("{} after {} of {} needed events", subject(rule), after, rule.times),
                                  path};
                }
                const std::uint32_t node = edge.to * width + after;
                if (seen[node]) continue;
                seen[node] = true;
                queue.push_back({node, static_cast<std::uint32_t>(next), edge.event});
            }
        }
        return std::nullopt;
    }

  private:
    template <typename Predicate>
    std::optional<Breach> first_situation(const Predicate& predicate, const char* problem) const {
        for (std::uint32_t i = 0; i < space_.situations().size(); ++i) {
            if (predicate(space_.situations()[i])) return Breach{problem, space_.path_to(i)};
        }
        return std::nullopt;
    }

    static std::uint32_t counted(const Before& rule, const Edge& edge, std::uint32_t count) {
        if (rule.since && edge.event == *rule.since) count = 0;
        const bool needed = std::ranges::find(rule.needs, edge.event) != rule.needs.end();
        return std::min<std::uint32_t>(count + (needed ? 1 : 0), static_cast<std::uint32_t>(rule.times));
    }

    bool breaks(const Before& rule, const Edge& edge, std::uint32_t before, std::uint32_t after) const {
        const auto times = static_cast<std::uint32_t>(rule.times);
        if (const auto* event = std::get_if<std::size_t>(&rule.subject)) return edge.event == *event && before < times;
        const auto& state = std::get<StateRef>(rule.subject);
        const bool enters = space_.situations()[edge.from][state.region] != state.state &&
                            space_.situations()[edge.to][state.region] == state.state;
        return enters && after < times;
    }

    [[nodiscard]] std::string subject(const Before& rule) const {
        if (const auto* event = std::get_if<std::size_t>(&rule.subject)) return procedure_.events[*event].id;
        return name_of(std::get<StateRef>(rule.subject));
    }

    [[nodiscard]] std::string name_of(const StateRef& state) const {
        const Region& region = procedure_.regions[state.region];
        return region.id + "." + region.states[state.state].id;
    }

    const Procedure& procedure_;
    const StateSpace& space_;
};

}  // namespace

std::vector<Violation> check_properties(const Procedure& procedure, const StateSpace& space) {
    const Prover prover(procedure, space);
    std::vector<Violation> violations;
    for (const Property& property : procedure.properties) {
        auto found = std::visit([&](const auto& rule) { return prover.violation(rule); }, property.rule);
        if (found) {
            violations.push_back({property.id, std::move(found->problem), names(procedure, found->path)});
        }
    }
    return violations;
}

}  // namespace hamer
