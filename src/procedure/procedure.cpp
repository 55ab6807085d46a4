#include "procedure/procedure.h"

#include <algorithm>

namespace hamer {

namespace {

bool any_active(const Procedure& procedure, const Configuration& configuration, bool State::*tag) {
    for (std::size_t i = 0; i < procedure.regions.size(); ++i) {
        if (procedure.active(configuration, i).*tag) return true;
    }
    return false;
}

}  // namespace

Configuration Procedure::initial() const {
    Configuration configuration{};
    for (std::size_t i = 0; i < regions.size(); ++i) configuration[i] = regions[i].initial;
    return configuration;
}

std::optional<std::size_t> Procedure::event(std::string_view wanted) const {
    const auto found = std::ranges::find(events, wanted, &Event::id);
    if (found == events.end()) return std::nullopt;
    return static_cast<std::size_t>(found - events.begin());
}

std::optional<StateRef> Procedure::state(std::string_view region_id, std::string_view state_id) const {
    const auto region = std::ranges::find(regions, region_id, &Region::id);
    if (region == regions.end()) return std::nullopt;
    const auto state = std::ranges::find(region->states, state_id, &State::id);
    if (state == region->states.end()) return std::nullopt;
    return StateRef{static_cast<std::uint8_t>(region - regions.begin()),
                    static_cast<std::uint8_t>(state - region->states.begin())};
}

std::optional<StateRef> Procedure::state(std::string_view region_dot_state) const {
    const std::size_t dot = region_dot_state.find('.');
    if (dot == std::string_view::npos) return std::nullopt;
    return state(region_dot_state.substr(0, dot), region_dot_state.substr(dot + 1));
}

const Source* Procedure::source(std::string_view wanted) const {
    const auto found = std::ranges::find(sources, wanted, &Source::id);
    return found == sources.end() ? nullptr : &*found;
}

const Event* Procedure::event_meaning(Meaning meaning) const {
    const auto found = std::ranges::find(events, std::optional(meaning), &Event::meaning);
    return found == events.end() ? nullptr : &*found;
}

std::optional<std::size_t> Procedure::region_of(Meaning meaning) const {
    const Event* wanted = event_meaning(meaning);
    if (!wanted) return std::nullopt;
    const auto number = static_cast<std::size_t>(wanted - events.data());
    const auto handles = [&](const State& state) {
        return std::ranges::find(state.on, number, &Handler::event) != state.on.end();
    };
    const auto found = std::ranges::find_if(
        regions, [&](const Region& region) { return std::ranges::any_of(region.states, handles); });
    if (found == regions.end()) return std::nullopt;
    return static_cast<std::size_t>(found - regions.begin());
}

bool Procedure::is_open(const Configuration& configuration) const {
    return any_active(*this, configuration, &State::open);
}

bool Procedure::is_closed(const Configuration& configuration) const {
    return any_active(*this, configuration, &State::closed);
}

bool Procedure::is_at_rest(const Configuration& configuration) const {
    for (std::size_t i = 0; i < regions.size(); ++i) {
        if (!active(configuration, i).rest) return false;
    }
    return is_closed(configuration);
}

}  // namespace hamer
