// The parts of the checker. Each returns the violations of the properties it names.
#pragma once

#include "procedure/checker.h"

#include <optional>
#include <string>
#include <vector>

namespace hamer {

[[nodiscard]] std::vector<std::string> names(const Procedure& procedure, const std::vector<std::size_t>& events);

// Generic, over all situations.
inline constexpr const char* situation_properties[] = {
    "situations-countable", "raises-end",       "states-reachable", "transitions-reachable", "rest-reachable",
    "cards-reachable",      "events-reachable", "card-applies",     "buttons-usable",        "open-or-closed"};
[[nodiscard]] std::vector<Violation> check_situations(const Procedure& procedure, const StateSpace& space);
[[nodiscard]] std::vector<Violation> check_guide(const Procedure& procedure, const StateSpace& space);

// Generic, over the file.
inline constexpr const char* text_properties[] = {"texts-complete",  "placeholders-known", "sources-known",
                                                  "one-tap-records", "choices-equal",      "words-to-say",
                                                  "meanings-paired"};
[[nodiscard]] std::vector<Violation> check_texts(const Procedure& procedure,
                                                 const std::vector<std::string>& placeholders);

[[nodiscard]] std::vector<Violation> check_meanings(const Procedure& procedure);

// Cards that are too long to be read, or said, under pressure.
[[nodiscard]] std::vector<Warning> check_lengths(const Procedure& procedure);

// Actions of the quiet row that one cannot reach by a letter: shared in some situation, missing, or the screen's own.
[[nodiscard]] std::vector<Warning> check_letters(const Procedure& procedure, const StateSpace& space);

// The first place where a rule does not hold.
struct Breach {
    std::string problem;
    std::vector<std::size_t> path;  // the events to it; empty where it is in the file itself
};
// The rules about fields, and about what the screen shows.
[[nodiscard]] std::optional<Breach> field_violation(const Procedure& procedure, const Requires& rule);
[[nodiscard]] std::optional<Breach> field_violation(const Procedure& procedure, const KeptPrivate& rule);
[[nodiscard]] std::optional<Breach> shown_violation(const Procedure& procedure, const StateSpace& space,
                                                    const Offered& rule);
[[nodiscard]] std::optional<Breach> shown_violation(const Procedure& procedure, const StateSpace& space,
                                                    const Withheld& rule);

// The file's own properties.
[[nodiscard]] std::vector<Violation> check_properties(const Procedure& procedure, const StateSpace& space);

// For each situation whether one in which `to` holds can be reached from it.
[[nodiscard]] std::vector<bool> can_reach(const StateSpace& space, const std::vector<bool>& to);

}  // namespace hamer
