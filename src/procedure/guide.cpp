#include "procedure/guide.h"

#include "procedure/machine.h"

#include <algorithm>

namespace hamer {

const Card* current_card(const Procedure& procedure, const Circumstances& circumstances) {
    const auto found = std::ranges::find_if(procedure.guide, [&](const Card& card) {
        return holds(card.when, circumstances.configuration) &&
               (!card.only_for || holds(*card.only_for, circumstances));
    });
    return found == procedure.guide.end() ? nullptr : &*found;
}

const Alert* standing_alert(const State& state, const Circumstances& circumstances) {
    const auto found = std::ranges::find_if(
        state.alerts, [&](const Alert& alert) { return !alert.only_for || holds(*alert.only_for, circumstances); });
    return found == state.alerts.end() ? nullptr : &*found;
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
