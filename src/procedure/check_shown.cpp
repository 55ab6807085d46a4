#include "procedure/check_parts.h"

#include <algorithm>
#include <iterator>
#include <map>

namespace hamer {

namespace {

class Shown {
  public:
    Shown(const Procedure& procedure, const StateSpace& space) : procedure_(procedure), space_(space) {}

    [[nodiscard]] bool is_accepted(std::uint32_t situation, std::size_t event) const {
        const auto first = space_.edges().begin() + static_cast<std::ptrdiff_t>(space_.first_edge()[situation]);
        const auto last = space_.edges().begin() + static_cast<std::ptrdiff_t>(space_.first_edge()[situation + 1]);
        return std::any_of(first, last, [&](const Edge& edge) { return edge.event == event; });
    }

    [[nodiscard]] bool offers(std::uint32_t situation, const std::vector<Button>& buttons,
                              const std::vector<std::size_t>& events,
                              const std::map<std::string, PresetValue>& with = {}) const {
        return std::ranges::any_of(buttons, [&](const Button& button) {
            const auto records = [&](const auto& wanted) {
                const auto given = button.with.find(wanted.first);
                return given != button.with.end() && same(given->second, wanted.second);
            };
            return std::ranges::find(events, button.event) != events.end() && std::ranges::all_of(with, records) &&
                   is_accepted(situation, button.event);
        });
    }

    // Where an event's field was last recorded as one of these values: the cards that may be shown, up to the first
    // that surely is.
    [[nodiscard]] std::vector<const Card*> cards(std::uint32_t situation, MeetingKind meeting,
                                                 const CardCase& recorded) const {
        std::vector<const Card*> found;
        for (const Card& card : procedure_.guide) {
            if (!holds(card.when, space_.situations()[situation])) continue;
            if (meant(card.only_for, space_.situations()[situation], meeting) == Meant::Never) continue;
            const auto* asked = card.only_for && card.only_for->recorded ? &*card.only_for->recorded : nullptr;
            const bool same = asked && asked->event == recorded.event && asked->field == recorded.field;
            const auto among = [&](const std::string& value) {
                return std::ranges::find(asked->among, value) != asked->among.end();
            };
            if (same && std::ranges::none_of(recorded.among, among)) continue;
            found.push_back(&card);
            if (!card.only_for || (same && std::ranges::all_of(recorded.among, among))) break;
        }
        return found;
    }

    [[nodiscard]] const Configuration& at(std::uint32_t situation) const { return space_.situations()[situation]; }

  private:
    static bool same(const PresetValue& one, const PresetValue& other) {
        const auto* text = std::get_if<Wording>(&one);
        const auto* other_text = std::get_if<Wording>(&other);
        if (!text || !other_text) return !text && !other_text && std::get<bool>(one) == std::get<bool>(other);
        return text->cases.front().text == other_text->cases.front().text;
    }

    const Procedure& procedure_;
    const StateSpace& space_;
};

}  // namespace

namespace {

// An event that names an incident is offered where there is one to name: a card for that surely is shown.
std::vector<const Card*> while_undecided(std::vector<const Card*> cards) {
    const auto decides = std::ranges::find_if(cards, [](const Card* card) {
        return card->only_for && card->only_for->undecided && !card->only_for->recorded && !card->only_for->entered;
    });
    if (decides != cards.end()) cards.erase(std::next(decides), cards.end());
    return cards;
}

bool names_incident(const Event& event) {
    return std::ranges::any_of(event.fields, [](const Field& field) { return field.kind == FieldKind::Incident; });
}

}  // namespace

std::optional<Breach> shown_violation(const Procedure& procedure, const StateSpace& space, const Offered& rule) {
    const Shown shown(procedure, space);
    const bool decides =
        std::ranges::all_of(rule.events, [&](std::size_t event) { return names_incident(procedure.events[event]); });
    const auto kinds = kinds_that_matter(procedure);
    // A card for what was recorded once is not the ordinary case.
    const auto offers = [&](std::uint32_t situation, const Card& card) {
        if (card.only_for && card.only_for->recorded) return true;
        return shown.offers(situation, card.buttons, rule.events, rule.with) ||
               (rule.place == Offered::Place::Row && shown.offers(situation, card.also, rule.events, rule.with));
    };
    for (std::uint32_t i = 0; i < space.situations().size(); ++i) {
        if (!holds(rule.situation, space.situations()[i])) continue;
        if (rule.place == Offered::Place::Anywhere) {
            if (std::ranges::any_of(rule.events, [&](std::size_t event) { return shown.is_accepted(i, event); }))
                continue;
            return Breach{"none of the events that must be possible here is accepted", space.path_to(i)};
        }
        if (rule.place == Offered::Place::Corner) {
            if (shown.offers(i, procedure.corner, rule.events, rule.with)) continue;
            return Breach{"none of the events that must be possible here can be used in the corner", space.path_to(i)};
        }
        for (const MeetingKind kind : kinds) {
            auto cards = cards_shown(procedure, shown.at(i), kind);
            if (decides) cards = while_undecided(std::move(cards));
            const auto lacks = [&](const Card* card) { return !offers(i, *card); };
            if (!cards.empty() && std::ranges::none_of(cards, lacks)) continue;
            return Breach{"none of the events that must be possible here stands on the card", space.path_to(i)};
        }
    }
    return std::nullopt;
}

std::optional<Breach> shown_violation(const Procedure& procedure, const StateSpace& space, const Withheld& rule) {
    const Shown shown(procedure, space);
    for (std::uint32_t i = 0; i < space.situations().size(); ++i) {
        if (!holds(rule.situation, space.situations()[i])) continue;
        for (const MeetingKind kind : kinds_that_matter(procedure)) {
            for (const Card* card : shown.cards(i, kind, rule.only_for)) {
                if (!shown.offers(i, card->buttons, rule.events) && !shown.offers(i, card->also, rule.events)) continue;
                return Breach{"card " + card->id + " offers what must not be offered in this case", space.path_to(i)};
            }
        }
    }
    return std::nullopt;
}

std::optional<Breach> shown_violation(const Procedure& procedure, const StateSpace& space, const OffCard& rule) {
    const Shown shown(procedure, space);
    const auto kinds = kinds_that_matter(procedure);
    for (std::uint32_t i = 0; i < space.situations().size(); ++i) {
        if (!holds(rule.situation, space.situations()[i])) continue;
        for (const MeetingKind kind : kinds) {
            for (const Card* card : cards_shown(procedure, shown.at(i), kind)) {
                if (!shown.offers(i, card->buttons, rule.events)) continue;
                return Breach{"card " + card->id + " has a big button for what must not be one here", space.path_to(i)};
            }
        }
    }
    return std::nullopt;
}

}  // namespace hamer
