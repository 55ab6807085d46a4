#include "ui/meeting/trail_view.h"

#include "ui/meeting/present_disturbance.h"

#include <algorithm>

namespace hamer::ui {

namespace {

// "6.1.2a" is a part of item "6.1.2"; "6.1.21" is not.
bool is_part_of(std::string_view article, std::string_view item) {
    if (!article.starts_with(item)) return false;
    const std::string_view rest = article.substr(item.size());
    return rest.empty() || (rest.front() >= 'a' && rest.front() <= 'z');
}

// Whether an event leads into this state from anywhere.
bool leads_to(const Procedure& procedure, std::size_t event, StateRef state) {
    return std::ranges::any_of(procedure.regions[state.region].states, [&](const State& from) {
        return std::ranges::any_of(from.on, [&](const Handler& handler) {
            return handler.event == event &&
                   std::ranges::any_of(handler.transitions,
                                       [&](const Transition& transition) { return transition.target == state.state; });
        });
    });
}

// Whether one of these events happened in the disturbance, or a deviation stands for it.
bool happened(const Session& session, std::span<const Entry> disturbance, const std::vector<std::size_t>& events) {
    const Procedure& procedure = session.procedure();
    const auto is_or_stands_for = [&](const Entry& entry, std::size_t event) {
        if (is_step_of(entry, procedure.events[event].id)) return true;
        const auto* deviation = entry.as<DeviationRecorded>();
        return deviation && std::ranges::any_of(deviation->to, [&](const auto& region_and_state) {
                   const auto ref = procedure.state(region_and_state.first, region_and_state.second);
                   return ref && leads_to(procedure, event, *ref);
               });
    };
    return std::ranges::any_of(disturbance, [&](const Entry& entry) {
        return std::ranges::any_of(events, [&](std::size_t event) { return is_or_stands_for(entry, event); }) &&
               !session.is_taken_back(entry.seq);
    });
}

}  // namespace

std::vector<TrailItemView> trail_view(const Session& session, Language language) {
    const Procedure& procedure = session.procedure();
    if (procedure.trail.empty()) return {};
    const std::span<const Entry> disturbance = present_incident_entries(session);
    if (disturbance.empty()) return {};
    // A member's way is the council's, and not among these items.
    const Incident* incident = session.incident(disturbance.front().seq);
    if (!incident || incident->kind == Incident::Kind::Member) return {};
    const Card* card = session.card();
    std::vector<TrailItemView> items;
    for (const TrailItem& item : procedure.trail) {
        TrailItemView& view = items.emplace_back(TrailItemView{item.label.in(language), TrailProgress::Ahead});
        if (item.rule) {
            view.progress = TrailProgress::Rule;
        } else if (card && is_part_of(card->source, item.source)) {
            view.progress = TrailProgress::Now;
        } else if (happened(session, disturbance.subspan(1), item.done)) {
            view.progress = TrailProgress::Done;
        } else if (item.applies && !holds(*item.applies, session.configuration())) {
            view.progress = TrailProgress::NotApplicable;
        }
    }
    // What was passed without being done was skipped.
    const auto reached = std::find_if(items.rbegin(), items.rend(), [](const TrailItemView& item) {
        return item.progress == TrailProgress::Now || item.progress == TrailProgress::Done;
    });
    for (auto item = reached; item != items.rend(); ++item) {
        if (item->progress == TrailProgress::Ahead) item->progress = TrailProgress::Skipped;
    }
    return items;
}

}  // namespace hamer::ui
