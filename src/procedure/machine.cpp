#include "procedure/machine.h"

#include "procedure/machine_core.h"

namespace hamer {

const Transition* taken(const Region& region, const Configuration& configuration, std::uint8_t state,
                        std::size_t event) {
    for (const Handler& handler : region.states[state].on) {
        if (handler.event != event) continue;
        for (const Transition& transition : handler.transitions) {
            if (!transition.guard || holds(*transition.guard, configuration)) return &transition;
        }
        return nullptr;
    }
    return nullptr;
}

std::optional<StepResult> step(const Procedure& procedure, const Configuration& before, std::size_t event) {
    if (procedure.events[event].internal) return std::nullopt;
    StepResult result;
    const auto find = [&](std::size_t region, std::uint8_t state, const Configuration& now, std::size_t on) {
        return taken(procedure.regions[region], now, state, on);
    };
    const auto note = [&](std::size_t order, std::size_t accepted) {
        if (order > 0) result.raised.push_back(accepted);
    };
    const StepVerdict verdict =
        run_to_completion(procedure.regions.size(), before, event, result.after, find, note, [](const Transition&) {});
    if (verdict != StepVerdict::Accepted) return std::nullopt;
    return result;
}

bool is_enabled(const Procedure& procedure, const Configuration& configuration, std::size_t event) {
    if (procedure.events[event].internal) return false;
    for (std::size_t i = 0; i < procedure.regions.size(); ++i) {
        if (taken(procedure.regions[i], configuration, configuration[i], event)) return true;
    }
    return false;
}

std::vector<std::size_t> enabled_events(const Procedure& procedure, const Configuration& configuration) {
    std::vector<std::size_t> events;
    for (std::size_t event = 0; event < procedure.events.size(); ++event) {
        if (is_enabled(procedure, configuration, event)) events.push_back(event);
    }
    return events;
}

}  // namespace hamer
