#include "routes.h"

#include "procedure/check_parts.h"
#include "procedure/guide.h"
#include "procedure/machine.h"
#include "procedure/state_space.h"
#include "support/leiden.h"

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <stdexcept>

namespace hamer::ui {

namespace {

constexpr const char* disturber = "audience";

// A step with something in every field that the file leaves to the chair.
Do filled(const Event& event) {
    Do step{event.id, {}};
    for (const Field& field : event.fields) {
        if (event.meaning == Meaning::IncidentOpened && field.id == "who") step.with[field.id] = std::string(disturber);
        if (!field.required || field.preset) continue;
        if (field.kind == FieldKind::Flag) step.with[field.id] = true;
        if (field.kind == FieldKind::Choice) step.with[field.id] = field.choices.front().id;
        if (field.kind == FieldKind::Text) step.with[field.id] = std::string("112");
    }
    return step;
}

// The card that a meeting shows after these steps, and how many standing lines.
struct Shown {
    std::string card;
    int alerts = 0;
    bool open = false;  // the meeting is going on
};

Shown shown_after(const std::vector<Do>& steps) {
    const test::FakeClock clock;
    Session session = test::opened_session(clock);
    for (const Do& step : steps) {
        if (test::run(session, clock, step.event, step.with) != "ok") return {};
    }
    Shown shown;
    if (const Card* card = session.card()) shown.card = card->id;
    const Procedure& procedure = session.procedure();
    shown.open = procedure.is_open(session.configuration());
    for (std::size_t i = 0; i < procedure.regions.size(); ++i) {
        if (standing_alert(procedure.active(session.configuration(), i), session.circumstances())) ++shown.alerts;
    }
    return shown;
}

// The most standing lines that a situation may bring along, whatever led to it.
int most_alerts(const Procedure& procedure, const Configuration& situation) {
    int count = 0;
    for (std::size_t i = 0; i < procedure.regions.size(); ++i) {
        const auto& alerts = procedure.active(situation, i).alerts;
        const bool any = std::ranges::any_of(alerts, [&](const Alert& alert) {
            return meant(alert.only_for, situation, MeetingKind::Council) != Meant::Never;
        });
        if (any) ++count;
    }
    return count;
}

class Search {
  public:
    explicit Search(bool crowded) : crowded_(crowded), procedure_(*test::leiden()) {}

    std::vector<Route> routes() {
        const StateSpace space(procedure_);
        for (std::uint32_t i = 0; i < space.situations().size(); ++i) {
            const Configuration& situation = space.situations()[i];
            const int alerts = most_alerts(procedure_, situation);
            for (const Card* card : cards_shown(procedure_, situation, MeetingKind::Council)) {
                if (!is_worth(card->id, alerts, procedure_.is_open(situation))) continue;
                std::vector<Do> steps;
                for (const std::size_t event : space.path_to(i)) steps.push_back(filled(procedure_.events[event]));
                keep(std::move(steps));
            }
        }
        wander();
        std::vector<Route> all;
        for (const Card& card : procedure_.guide) {
            if (const auto found = best_.find(card.id); found != best_.end()) all.push_back(found->second);
        }
        return all;
    }

  private:
    // In a meeting that goes on rather than before or after it, where the card can be there.
    [[nodiscard]] bool is_worth(const std::string& card, int alerts, bool open) const {
        const auto known = best_.find(card);
        if (known == best_.end()) return true;
        const bool was_open = open_.contains(card);
        if (open != was_open) return open;
        return crowded_ && alerts > known->second.alerts;
    }

    void keep(std::vector<Do> steps) {
        const Shown shown = shown_after(steps);
        if (shown.card.empty() || !is_worth(shown.card, shown.alerts, shown.open)) return;
        best_[shown.card] = {shown.card, std::move(steps), shown.alerts};
        if (shown.open) open_.insert(shown.card);
    }

    // What a card needs besides the situation, such as what ended last, the shortest way to the situation need not
    // have.
    void wander() {
        std::mt19937 random(7);
        for (int meeting = 0; meeting < 4000 && best_.size() < procedure_.guide.size(); ++meeting) {
            const test::FakeClock clock;
            Session session = test::opened_session(clock);
            std::vector<Do> steps;
            for (int i = 0; i < 8; ++i) {
                const auto enabled = enabled_events(procedure_, session.configuration());
                steps.push_back(filled(procedure_.events[enabled[random() % enabled.size()]]));
                test::run(session, clock, steps.back().event, steps.back().with);
                const Card* card = session.card();
                if (card && !best_.contains(card->id)) keep(steps);
            }
        }
    }

    bool crowded_;
    const Procedure& procedure_;
    std::map<std::string, Route> best_;
    std::set<std::string> open_;  // those whose best way is in a meeting that goes on
};

std::vector<Route> routes(bool crowded) { return Search(crowded).routes(); }

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
