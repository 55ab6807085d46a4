// A scenario for a drill (5.2): what the chair meets, when, and what is expected of the chair. Read from
// scenarios/*.json; a plain value.
//
// Times count from the moment that is named, or from the drill's begin. Whatever refers to an inject refers to one that
// stands before it in the file, so that nothing goes round in circles.
#pragma once

#include "base/text.h"
#include "procedure/procedure.h"
#include "session/command.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace hamer {

// The moment from which something counts: the drill's begin, an inject, or the nth time that a step was recorded.
struct DrillMoment {
    enum class Kind { Begin, Inject, Step } kind = Kind::Begin;
    std::string id{};  // of the inject or the event
    int nth = 1;

    bool operator==(const DrillMoment&) const = default;
};

// Something that comes upon the chair.
struct Inject {
    std::string id;
    DrillMoment after;
    std::int64_t delay_ms = 0;
    std::string role;  // who plays it; may be empty
    LocalText show;    // what is seen or heard
};

// A step that the protocol asks for. The steps of one event go to its expectations in the order of the file.
struct Expectation {
    std::string id;
    std::string event;
    Fields with;  // values that the step must have
    DrillMoment after;
    std::int64_t within_ms = 0;
    std::string goal;    // may be empty
    std::string source;  // the protocol's article
    int points = 2;
};

// A step that would be wrong: between two moments, or at any time.
struct Mistake {
    std::string id;
    std::string event;
    Fields with;
    std::optional<DrillMoment> from;
    std::optional<DrillMoment> until;
    LocalText why;
    std::string source;
    int points = 2;  // taken off
};

struct DrillRole {
    std::string id;
    LocalText label;
    LocalText brief;
};

struct DrillGoal {
    std::string id;
    LocalText text;
};

struct DrillScenario {
    std::string id;
    LocalText title;
    LocalText summary;
    std::string procedure;  // the id of the one that it is written for
    std::vector<DrillGoal> goals;
    std::vector<DrillRole> roles;
    std::vector<Do> start;  // done before the drill begins
    std::vector<Inject> injects;
    std::vector<Expectation> expected;
    std::vector<Mistake> mistakes;

    [[nodiscard]] const Inject* inject(std::string_view id) const;
};

// The same, with all its times at this share: 200 gives twice as long.
[[nodiscard]] DrillScenario at_pace(DrillScenario scenario, int percent);

inline constexpr std::int64_t longest_drill_ms = 4 * 3'600'000;

struct ScenarioProblem {
    std::string place;  // as a JSON pointer: "/expected/2/event"
    std::string problem;
};
// What does not fit: unknown events, fields, states, injects, goals, roles and articles; names used twice; references
// forward; moments that can never come; a step before the drill that the procedure does not take there. Empty: nothing.
[[nodiscard]] std::vector<ScenarioProblem> check_scenario(const DrillScenario& scenario, const Procedure& procedure);

}  // namespace hamer
