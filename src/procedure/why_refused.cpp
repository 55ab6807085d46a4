#include "procedure/event_name.h"
#include "procedure/machine.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer {

namespace {

std::string name_of(const Procedure& procedure, StateRef ref, Language language) {
    const Region& region = procedure.regions[ref.region];
    return fmt::format("{}: {}", region.label.in(language), region.states[ref.state].label.in(language));
}

std::string joined(const std::vector<std::string>& parts, std::string_view last_word) {
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) text += i + 1 == parts.size() ? fmt::format(" {} ", last_word) : ", ";
        text += parts[i];
    }
    return text;
}

// The guard in words: "vergadering: geschorst", "niet uitzending: live", joined by and/or.
std::string in_words(const Procedure& procedure, const Guard& guard, Language language) {
    const Say say{language};
    std::vector<std::string> parts;
    for (const Guard& part : guard.of) parts.push_back(in_words(procedure, part, language));
    switch (guard.kind) {
        case Guard::Kind::In:
            return name_of(procedure, guard.in, language);
        case Guard::Kind::Not:
            return fmt::format("{} {}", say("niet", "not"), parts.front());
        case Guard::Kind::And:
            return joined(parts, say("en", "and"));
        case Guard::Kind::Or:
            return joined(parts, say("of", "or"));
    }
    return {};
}

// The parts of a guard that do not hold now: only those are worth saying.
std::string unmet(const Procedure& procedure, const Guard& guard, const Configuration& now, Language language) {
    if (guard.kind != Guard::Kind::And) return in_words(procedure, guard, language);
    std::vector<std::string> parts;
    for (const Guard& part : guard.of) {
        if (!holds(part, now)) parts.push_back(unmet(procedure, part, now, language));
    }
    return joined(parts, Say{language}("en", "and"));
}

// "vergadering: loopt of geschorst": the states of one region that would take the event.
std::string states_in_words(const Region& region, const std::vector<std::size_t>& states, Language language) {
    std::vector<std::string> labels;
    for (const std::size_t state : states) {
        std::string label = region.states[state].label.in(language);
        if (!label.empty() && label[0] >= 'A' && label[0] <= 'Z') label[0] = static_cast<char>(label[0] - 'A' + 'a');
        labels.push_back(std::move(label));
    }
    return fmt::format("{}: {}", region.label.in(language), joined(labels, Say{language}("of", "or")));
}

// What the event needs that does not hold now.
std::string needed(const Procedure& procedure, const Configuration& now, std::size_t event, Language language) {
    std::vector<std::string> places;
    for (std::size_t r = 0; r < procedure.regions.size(); ++r) {
        const Region& region = procedure.regions[r];
        std::vector<std::size_t> states;
        for (std::size_t s = 0; s < region.states.size(); ++s) {
            const auto handler = std::ranges::find(region.states[s].on, event, &Handler::event);
            if (handler == region.states[s].on.end()) continue;
            const Transition& first = handler->transitions.front();
            if (now[r] == s && first.guard) return unmet(procedure, *first.guard, now, language);
            states.push_back(s);
        }
        if (!states.empty()) places.push_back(states_in_words(region, states, language));
    }
    return joined(places, Say{language}("of", "or"));
}

std::string explain(const Procedure& procedure, const Configuration& now, std::size_t event, Language language) {
    const Say say{language};
    return fmt::format("{} “{}”. {} {}", say("Kan nu niet:", "Not possible now:"),
                       event_name(procedure.events[event], language), say("Nodig:", "Needed:"),
                       needed(procedure, now, event, language));
}

}  // namespace

LocalText why_refused(const Procedure& procedure, const Configuration& configuration, std::size_t event) {
    return {explain(procedure, configuration, event, Language::Dutch),
            explain(procedure, configuration, event, Language::English)};
}

}  // namespace hamer
