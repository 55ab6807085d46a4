#include "procedure/check_parts.h"

#include <algorithm>
#include <cctype>
#include <fmt/format.h>
#include <map>
#include <utility>

namespace hamer {

namespace {

// The screen's own, in both languages: Herstel, Notitie, Anders gegaan, Meer, Instellingen.
constexpr std::string_view of_the_screen = "HNAMI";

// What is recorded, as far as it tells one act from another: the event with the values that are chosen beforehand.
std::string act_of(const Procedure& procedure, const Button& button) {
    const Event& event = procedure.events[button.event];
    std::string act = event.id;
    for (const auto& [id, value] : button.with) {
        const Field* field = event.field(id);
        const auto* text = std::get_if<Wording>(&value);
        if (!field || !text || (field->kind != FieldKind::Choice && field->preset)) continue;
        act += fmt::format(" {}={}", id, text->cases.front().text.nl);
    }
    return act;
}

// A name in capitals is the same name.
bool same_name(const LocalText& one, const LocalText& other) {
    const auto same = [](std::string_view a, std::string_view b) {
        return std::ranges::equal(a, b, [](char x, char y) {
            return std::tolower(static_cast<unsigned char>(x)) == std::tolower(static_cast<unsigned char>(y));
        });
    };
    return same(one.nl, other.nl) && same(one.en, other.en);
}

class Acts {
  public:
    explicit Acts(const Procedure& procedure) : procedure_(procedure) {}

    std::vector<Warning> look() {
        for (const Event& event : procedure_.events) {
            if (event.internal) continue;
            key("events/" + event.id, event.id, event.label, event.letter);
        }
        for (const Card& card : procedure_.guide) {
            const std::string place = "guide/" + card.id;
            for (const Button& button : card.buttons) name(place, button);
            for (const Button& button : card.also) {
                name(place, button);
                const Event& event = procedure_.events[button.event];
                if (button.letter.empty()) continue;
                key(place, act_of(procedure_, button), first(button.label), button.letter);
                if (act_of(procedure_, button) == event.id && !event.letter.empty()) {
                    warn(place, fmt::format("“{}” has a letter of its own elsewhere: one act has one key",
                                            first(button.label).nl));
                }
            }
        }
        for (const Region& region : procedure_.regions) {
            for (const State& state : region.states) {
                for (const Alert& alert : state.alerts) name("regions/" + region.id + "/" + state.id, alert.button);
            }
        }
        return std::move(found_);
    }

  private:
    static const LocalText& first(const Wording& wording) { return wording.cases.front().text; }

    void warn(std::string place, std::string problem) { found_.push_back({std::move(place), std::move(problem)}); }

    void name(const std::string& place, const Button& button) {
        const auto [known, is_new] = names_.try_emplace(act_of(procedure_, button), first(button.label));
        if (is_new || same_name(known->second, first(button.label))) return;
        warn(place, fmt::format("“{}” is called “{}” elsewhere. One act has one name", first(button.label).nl,
                                known->second.nl));
    }

    void key(const std::string& place, const std::string& act, const LocalText& label, const LocalText& letter) {
        for (const Language language : {Language::Dutch, Language::English}) {
            const std::string& one = letter.in(language);
            if (one.empty()) continue;
            if (of_the_screen.find(one) != std::string_view::npos) {
                warn(place,
                     fmt::format("{} is a key of the screen itself ({}). Choose another letter", one, of_the_screen));
                return;
            }
            const auto [known, is_new] = keys_.try_emplace({language, one}, std::pair(act, label.in(language)));
            if (is_new || known->second.first == act) continue;
            warn(fmt::format("{} ({})", place, code(language)),
                 fmt::format("“{}” and “{}” have the same letter {}. Give one another", known->second.second,
                             label.in(language), one));
        }
    }

    const Procedure& procedure_;
    std::vector<Warning> found_;
    std::map<std::string, LocalText> names_;
    std::map<std::pair<Language, std::string>, std::pair<std::string, std::string>> keys_;
};

}  // namespace

std::vector<Warning> check_acts(const Procedure& procedure) { return Acts(procedure).look(); }

}  // namespace hamer
