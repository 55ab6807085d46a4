#include "procedure/check_parts.h"
#include "procedure/guide.h"

#include <fmt/format.h>
#include <set>

namespace hamer {

namespace {

// Which events each situation accepts, as one bit for each event.
class Accepted {
  public:
    Accepted(const Procedure& procedure, const StateSpace& space)
        : events_(procedure.events.size()), bits_(space.situations().size() * events_, false) {
        for (const Edge& edge : space.edges()) bits_[edge.from * events_ + edge.event] = true;
    }
    [[nodiscard]] std::size_t count(std::size_t situation, const std::vector<Button>& buttons) const {
        std::size_t usable_buttons = 0;
        for (const Button& button : buttons) usable_buttons += bits_[situation * events_ + button.event] ? 1u : 0u;
        return usable_buttons;
    }

  private:
    std::size_t events_;
    std::vector<bool> bits_;
};

}  // namespace

std::vector<Violation> check_guide(const Procedure& procedure, const StateSpace& space) {
    std::vector<Violation> found;
    const Accepted accepted(procedure, space);
    std::vector<bool> reached(procedure.guide.size(), false);
    const auto kinds = kinds_that_matter(procedure);
    std::set<std::string> said;  // the first situation of each kind is enough
    const auto violate = [&](const char* property, std::string problem, std::uint32_t situation) {
        if (!said.insert(property + problem).second) return;
        found.push_back({property, std::move(problem), names(procedure, space.path_to(situation))});
    };
    for (std::uint32_t i = 0; i < space.situations().size(); ++i) {
        const Configuration& situation = space.situations()[i];
        const bool at_rest = procedure.is_at_rest(situation);
        for (const MeetingKind kind : kinds) {
            // A card for one case only may or may not be shown here: both it and what comes after it must be right.
            const auto cards = cards_shown(procedure, situation, kind);
            for (const Card* card : cards) {
                reached[static_cast<std::size_t>(card - procedure.guide.data())] = true;
                const std::size_t buttons = accepted.count(i, card->buttons);
                if (buttons == 0 && !at_rest) {
                    violate("buttons-usable", fmt::format("card {} has no button that can be used", card->id), i);
                }
                if (buttons + card->first_place > max_big_buttons) {
                    violate("buttons-usable",
                            fmt::format("card {} shows {} buttons; expected at most {}", card->id, buttons,
                                        max_big_buttons - card->first_place),
                            i);
                }
            }
            const bool covered = !cards.empty() && meant(cards.back()->only_for, situation, kind) == Meant::Surely;
            if (!covered) violate("card-applies", "no card applies in every case", i);
        }
    }
    for (std::size_t c = 0; c < reached.size(); ++c) {
        if (reached[c]) continue;
        found.push_back({"cards-reachable", fmt::format("card {} is never shown", procedure.guide[c].id), {}});
    }
    return found;
}

}  // namespace hamer
