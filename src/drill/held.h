// A drill in the chamber: how it is held, and, as the proof of it is kept (5.2), when, which, who was there, and how it
// went.
#pragma once

#include "base/time.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace hamer {

// Who plays what happens: the program, on the chair's screen, or people in the chamber with a trainer.
enum class DrillLead { Program, Trainer };

struct DrillSetup {
    DrillLead lead = DrillLead::Program;
    bool shown = true;                           // what happens stands on the chair's screen
    bool hints = true;                           // and so does what the protocol asks now
    int pace_percent = 100;                      // 25 to 400: of the scenario's own times
    std::map<std::string, std::string> roles{};  // role's id → who takes it
    std::vector<std::string> attendance{};       // who is there

    bool operator==(const DrillSetup&) const = default;
};

struct DrillResult {
    std::int64_t lasted_ms = 0;
    int points = 0;
    int of = 0;

    bool operator==(const DrillResult&) const = default;
};

struct HeldDrill {
    std::string session;   // its id
    std::string scenario;  // its id
    std::string title;     // in the language in which it was held
    Instant held;          // when it began
    DrillSetup setup{};
    std::optional<DrillResult> result{};  // nothing: it was not finished
};

}  // namespace hamer
