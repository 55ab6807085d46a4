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

// What the checker knows of a condition in one situation and one kind of meeting, where nothing is known of what was
// recorded.
enum class Meant { Never, Maybe, Surely };
[[nodiscard]] Meant meant(const std::optional<Condition>& condition, const Configuration& configuration,
                          MeetingKind meeting);
// The cards that may be shown, up to the first that surely is.
[[nodiscard]] std::vector<const Card*> cards_shown(const Procedure& procedure, const Configuration& configuration,
                                                   MeetingKind meeting);
// Those between which a card makes a difference; at least one.
[[nodiscard]] std::vector<MeetingKind> kinds_that_matter(const Procedure& procedure);
// Whether this case of a wording can be meant in such a meeting, whatever the situation.
[[nodiscard]] std::vector<const LocalText*> texts_for(const Wording& wording, MeetingKind meeting);

// Generic, over the file.
inline constexpr const char* text_properties[] = {"texts-complete",  "placeholders-known", "sources-known",
                                                  "one-tap-records", "choices-equal",      "words-to-say",
                                                  "meanings-paired", "steps-counted",      "counted-apart"};
[[nodiscard]] std::vector<Violation> check_texts(const Procedure& procedure,
                                                 const std::vector<std::string>& placeholders);

[[nodiscard]] std::vector<Violation> check_meanings(const Procedure& procedure);

// Lists in which a name stands twice, or that are empty where something must be named.
inline constexpr const char* list_properties[] = {"names-once", "lists-filled"};
[[nodiscard]] std::vector<Violation> check_lists(const Procedure& procedure, const std::vector<Slip>& slips);

// Cards that are too long to be read, or said, under pressure.
[[nodiscard]] std::vector<Warning> check_lengths(const Procedure& procedure);

// One act has one name and one key wherever it is offered: letters that two acts share, or that are the screen's own,
// and names that differ.
[[nodiscard]] std::vector<Warning> check_acts(const Procedure& procedure);

// Events that come more often in one incident than the file says, or never as often.
[[nodiscard]] std::vector<Violation> check_counts(const Procedure& procedure, const StateSpace& space);

// An event that counts is not recorded twice by a double tap: the card that follows it waits for an answer, and has
// nothing in the first place.
[[nodiscard]] std::vector<Violation> check_apart(const Procedure& procedure, const StateSpace& space);

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

[[nodiscard]] std::optional<Breach> shown_violation(const Procedure& procedure, const StateSpace& space,
                                                    const OffCard& rule);
[[nodiscard]] std::optional<Breach> words_violation(const Procedure& procedure, const Unsaid& rule);

// The file's own properties.
[[nodiscard]] std::vector<Violation> check_properties(const Procedure& procedure, const StateSpace& space);

// For each situation whether one in which `to` holds can be reached from it.
[[nodiscard]] std::vector<bool> can_reach(const StateSpace& space, const std::vector<bool>& to);

}  // namespace hamer
