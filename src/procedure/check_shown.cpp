#include "procedure/check_parts.h"

#include <algorithm>
#include <map>

namespace hamer {

namespace {

class Shown {
  public:
    Shown(const Procedure& procedure, const StateSpace& space) : procedure_(procedure), space_(space) {}

    [[nodiscard]] bool is_accepted(std::uint32_t situation, std::size_t event) const {
        const auto first = space_.edges().begin() + space_.first_edge()[situation];
        const auto last = space_.edges().begin() + space_.first_edge()[situation + 1];
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

    // The cards that may be shown where an event's field was last recorded as one of these values, up to the first that
    // surely is. Without a case: the one card that is shown whatever was recorded, save what has a card of its own.
    [[nodiscard]] std::vector<const Card*> cards(std::uint32_t situation, const CardCase* only_for) const {
        std::vector<const Card*> found;
        for (const Card& card : procedure_.guide) {
            if (!holds(card.when, space_.situations()[situation])) continue;
            if (!card.only_for) {
                found.push_back(&card);
                break;
            }
            if (!only_for) continue;
            const bool same = card.only_for->event == only_for->event && card.only_for->field == only_for->field;
            const auto meant = [&](const std::string& value) {
                return std::ranges::find(card.only_for->among, value) != card.only_for->among.end();
            };
            if (same && std::ranges::none_of(only_for->among, meant)) continue;
            found.push_back(&card);
            if (same && std::ranges::all_of(only_for->among, meant)) break;
        }
        return found;
    }

  private:
    static bool same(const PresetValue& one, const PresetValue& other) {
        const auto* text = std::get_if<LocalText>(&one);
        const auto* other_text = std::get_if<LocalText>(&other);
        if (!text || !other_text) return !text && !other_text && std::get<bool>(one) == std::get<bool>(other);
        return text->nl == other_text->nl && text->en == other_text->en;
    }

    const Procedure& procedure_;
    const StateSpace& space_;
};

}  // namespace

std::optional<Breach> shown_violation(const Procedure& procedure, const StateSpace& space, const Offered& rule) {
    const Shown shown(procedure, space);
    for (std::uint32_t i = 0; i < space.situations().size(); ++i) {
        if (!holds(rule.situation, space.situations()[i])) continue;
        switch (rule.place) {
            case Offered::Place::Anywhere:
                if (std::ranges::any_of(rule.events, [&](std::size_t event) { return shown.is_accepted(i, event); }))
                    continue;
                return Breach{"none of the events that must be possible here is accepted", space.path_to(i)};
            case Offered::Place::Corner:
                if (shown.offers(i, procedure.corner, rule.events, rule.with)) continue;
                return Breach{"none of the events that must be possible here can be used in the corner",
                              space.path_to(i)};
            case Offered::Place::Card:
                break;
        }
        const auto cards = shown.cards(i, nullptr);
        if (!cards.empty() && shown.offers(i, cards.front()->buttons, rule.events, rule.with)) continue;
        return Breach{"none of the events that must be possible here stands on the card", space.path_to(i)};
    }
    return std::nullopt;
}

std::optional<Breach> shown_violation(const Procedure& procedure, const StateSpace& space, const Withheld& rule) {
    const Shown shown(procedure, space);
    for (std::uint32_t i = 0; i < space.situations().size(); ++i) {
        if (!holds(rule.situation, space.situations()[i])) continue;
        for (const Card* card : shown.cards(i, &rule.only_for)) {
            if (!shown.offers(i, card->buttons, rule.events) && !shown.offers(i, card->also, rule.events)) continue;
            return Breach{"card " + card->id + " offers what must not be offered in this case", space.path_to(i)};
        }
    }
    return std::nullopt;
}

}  // namespace hamer
