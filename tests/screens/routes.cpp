#include "routes.h"

#include "procedure/guide.h"
#include "procedure/state_space.h"
#include "support/leiden.h"

#include <algorithm>
#include <map>
#include <stdexcept>

namespace hamer::ui {

namespace {

// A step with something in every field that the file leaves to the chair.
Do filled(const Event& event, const std::string& who) {
    Do step{event.id, {}};
    for (const Field& field : event.fields) {
        if (event.meaning == Meaning::IncidentOpened && field.id == "who") step.with[field.id] = who;
        if (!field.required || field.preset) continue;
        if (field.kind == FieldKind::Flag) step.with[field.id] = true;
        if (field.kind == FieldKind::Choice) step.with[field.id] = field.choices.front().id;
        if (field.kind == FieldKind::Text) step.with[field.id] = std::string("112");
    }
    return step;
}

struct Found {
    std::uint32_t situation = 0;
    std::string who;
    int alerts = 0;
};

int alerts_in(const Procedure& procedure, const Configuration& situation) {
    int count = 0;
    for (std::size_t i = 0; i < procedure.regions.size(); ++i) {
        if (procedure.active(situation, i).alert) ++count;
    }
    return count;
}

std::vector<Route> routes(bool crowded) {
    const Procedure& procedure = *test::leiden();
    const StateSpace space(procedure);
    std::map<std::string, Found> best;
    for (std::uint32_t i = 0; i < space.situations().size(); ++i) {
        for (const char* who : {"audience", "member"}) {
            const auto recorded = [&](std::size_t, std::string_view) { return std::optional<std::string>(who); };
            const Card* card = current_card(procedure, space.situations()[i], recorded);
            if (!card) continue;
            const Found found{i, who, alerts_in(procedure, space.situations()[i])};
            const auto [known, is_new] = best.emplace(card->id, found);
            if (!is_new && crowded && found.alerts > known->second.alerts) known->second = found;
        }
    }
    std::vector<Route> all;
    for (const Card& card : procedure.guide) {
        const auto found = best.find(card.id);
        if (found == best.end()) continue;
        Route route{card.id, {}, found->second.alerts};
        for (const std::size_t event : space.path_to(found->second.situation)) {
            route.steps.push_back(filled(procedure.events[event], found->second.who));
        }
        all.push_back(std::move(route));
    }
    return all;
}

}  // namespace

const std::vector<Route>& shortest_routes() {
    static const std::vector<Route> all = routes(false);
    return all;
}

const std::vector<Route>& crowded_routes() {
    static const std::vector<Route> all = routes(true);
    return all;
}

const std::vector<Do>& route_to(const std::string& card) {
    const auto found = std::ranges::find(shortest_routes(), card, &Route::card);
    if (found == shortest_routes().end()) throw std::invalid_argument("no way to the card " + card);
    return found->steps;
}

}  // namespace hamer::ui
