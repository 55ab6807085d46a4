#include "procedure/check_parts.h"
#include "procedure/guide.h"
#include "procedure/machine.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>
#include <utility>

namespace hamer {

namespace {

// An action of the quiet row: its letter, and what it is called.
struct Quiet {
    const LocalText* letter = nullptr;
    const LocalText* label = nullptr;
};

bool in_alert(const Procedure& procedure, const Configuration& configuration, std::size_t event) {
    for (std::size_t i = 0; i < procedure.regions.size(); ++i) {
        const State& state = procedure.active(configuration, i);
        if (state.alert && state.alert->button.event == event) return true;
    }
    return false;
}

// What the row holds in one situation beside one card.
std::vector<Quiet> quiet_row(const Procedure& procedure, const Configuration& configuration, const Card& card) {
    std::vector<Quiet> row;
    std::set<std::size_t> elsewhere;
    for (const Button& button : procedure.corner) elsewhere.insert(button.event);
    for (const Button* button : usable(procedure, configuration, card.buttons)) elsewhere.insert(button->event);
    for (const Button* button : usable(procedure, configuration, card.also)) {
        const Event& event = procedure.events[button->event];
        row.push_back({button->letter.empty() ? &event.letter : &button->letter, &button->label});
        elsewhere.insert(button->event);
    }
    for (const std::size_t number : enabled_events(procedure, configuration)) {
        const Event& event = procedure.events[number];
        if (!event.quiet || elsewhere.contains(number) || in_alert(procedure, configuration, number)) continue;
        row.push_back({&event.letter, &event.label});
    }
    return row;
}

class Letters {
  public:
    explicit Letters(const Procedure& procedure) : procedure_(procedure) {}

    void look(const Configuration& configuration) {
        for (const Card& card : procedure_.guide) {
            if (!holds(card.when, configuration)) continue;
            const std::vector<Quiet> row = quiet_row(procedure_, configuration, card);
            for (const Language language : {Language::Dutch, Language::English}) compare(card, row, language);
            if (!card.only_for) return;  // no card after this one is shown here
        }
    }
    [[nodiscard]] std::vector<Warning> take() { return std::move(found_); }

  private:
    void compare(const Card& card, const std::vector<Quiet>& row, Language language) {
        std::map<std::string, std::string> used;
        for (const Quiet& each : row) {
            const std::string& letter = each.letter->in(language);
            const std::string& label = each.label->in(language);
            if (letter.empty()) {
                warn(card, language, fmt::format("“{}” has no letter. Give it one", label));
            } else if (const auto [other, is_new] = used.try_emplace(letter, label); !is_new) {
                warn(card, language,
                     fmt::format("“{}” and “{}” have the same letter {}: neither works. Give one another",
                                 other->second, label, letter));
            }
        }
    }

    void warn(const Card& card, Language language, std::string problem) {
        Warning warning{fmt::format("guide/{} ({})", card.id, code(language)), std::move(problem)};
        if (said_.emplace(warning.place, warning.problem).second) found_.push_back(std::move(warning));
    }

    const Procedure& procedure_;
    std::vector<Warning> found_;
    std::set<std::pair<std::string, std::string>> said_;
};

// The screen's own, in both languages: Herstel, Notitie, Anders gegaan, Meer, Instellingen.
constexpr std::string_view of_the_screen = "HNAMI";

void check_screen_letter(const std::string& place, const LocalText& letter, std::vector<Warning>& found) {
    for (const std::string* side : {&letter.nl, &letter.en}) {
        if (side->empty() || of_the_screen.find(*side) == std::string_view::npos) continue;
        found.push_back(
            {place, fmt::format("{} is a key of the screen itself ({}). Choose another letter", *side, of_the_screen)});
        return;
    }
}

}  // namespace

std::vector<Warning> check_letters(const Procedure& procedure, const StateSpace& space) {
    std::vector<Warning> found;
    bool any = false;
    for (const Event& event : procedure.events) {
        check_screen_letter("events/" + event.id, event.letter, found);
        any = any || !event.letter.empty();
    }
    for (const Card& card : procedure.guide) {
        for (const Button& button : card.also) {
            check_screen_letter("guide/" + card.id, button.letter, found);
            any = any || !button.letter.empty();
        }
    }
    if (!any) return found;  // a procedure may do without
    Letters letters(procedure);
    for (const Configuration& configuration : space.situations()) letters.look(configuration);
    std::vector<Warning> shared = letters.take();
    found.insert(found.end(), std::make_move_iterator(shared.begin()), std::make_move_iterator(shared.end()));
    return found;
}

}  // namespace hamer
