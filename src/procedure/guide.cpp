#include "procedure/guide.h"

#include "procedure/machine.h"

#include <algorithm>

namespace hamer {

const Card* current_card(const Procedure& procedure, const Configuration& configuration,
                         const RecordedValue& recorded) {
    for (const Card& card : procedure.guide) {
        if (!holds(card.when, configuration)) continue;
        if (card.only_for) {
            const auto value = recorded(card.only_for->event, card.only_for->field);
            if (!value || std::ranges::find(card.only_for->among, *value) == card.only_for->among.end()) continue;
        }
        return &card;
    }
    return nullptr;
}

std::vector<const Button*> usable(const Procedure& procedure, const Configuration& configuration,
                                  const std::vector<Button>& buttons) {
    std::vector<const Button*> shown;
    for (const Button& button : buttons) {
        if (is_enabled(procedure, configuration, button.event)) shown.push_back(&button);
    }
    return shown;
}

}  // namespace hamer
