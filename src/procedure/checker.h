// The procedure checker: looks through every situation that a procedure can reach and proves what must hold there, or
// gives the shortest way to where it does not.
//
// Proved for any file: every state, transition and card can be reached; in every situation a card applies, and at least
// one and at most three of its buttons can be used, save where all is at rest; rest can be reached from everywhere;
// raised events end; each event can be recorded somewhere; the meeting never counts as open and closed at once; each
// big button records with one tap, and has its words where it is spoken; texts are there in both languages;
// placeholders and sources are known; no name stands twice in a list, and no list is empty that must name something;
// what the incident record tells has its beginning and its end. And besides, the file's own properties.
#pragma once

#include "procedure/procedure.h"
#include "procedure/slip.h"
#include "procedure/state_space.h"

#include <string>
#include <vector>

namespace hamer {

struct Violation {
    std::string property;           // its id
    std::string problem;            // in words
    std::vector<std::string> path;  // the shortest events to it; empty where it is in the file itself
};

// Something that works and that a chair would stumble over.
struct Warning {
    std::string place;    // "guide/trespass"
    std::string problem;  // in words, with what to do
};

struct CheckReport {
    std::size_t situations = 0;
    std::size_t steps = 0;
    std::size_t properties = 0;
    std::vector<Violation> violations;  // at most one for each property and thing
    std::vector<Warning> warnings;      // none of them makes the check fail

    [[nodiscard]] bool holds() const { return violations.empty(); }
};

constexpr std::size_t max_big_buttons = 3;
// What can be taken in at a glance, in characters and in lines: sentences to say, notes and signs.
constexpr std::size_t max_line_length = 110;
constexpr std::size_t max_card_lines = 7;

// `placeholders`: the names that texts may use besides the field ids of the procedure's events. `slips`: those of the
// file that it was read from.
[[nodiscard]] CheckReport check(const Procedure& procedure, const std::vector<std::string>& placeholders,
                                const std::vector<Slip>& slips = {});

}  // namespace hamer
