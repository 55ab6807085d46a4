// How a drill went: each expectation of the scenario against what was recorded.
#pragma once

#include "drill/conductor.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hamer {

// NotAsked: what it waits for never came, or there was still time for it when the drill ended; it counts for nothing.
enum class Verdict { Met, Late, Skipped, OutOfOrder, Wrong, NotAsked };
inline constexpr std::array<std::string_view, 6> verdict_words = {"met",          "late",  "skipped",
                                                                  "out-of-order", "wrong", "not-asked"};

[[nodiscard]] LocalText name_of(Verdict verdict);

struct ScoredExpectation {
    const Expectation* expectation = nullptr;
    Verdict verdict = Verdict::Skipped;
    std::optional<std::int64_t> at_ms{};     // the step's time
    std::optional<std::int64_t> asked_ms{};  // since when it was expected
    int points = 0;                          // all when met, half (rounded down) when late or out of order, else none
    int of = 0;
};

struct ScoredMistake {
    const Mistake* mistake = nullptr;
    std::vector<std::int64_t> at_ms{};  // each time that it was made
};

struct ScoredGoal {
    const DrillGoal* goal = nullptr;
    int points = 0;
    int of = 0;
    int rating = 0;  // the trainer's last, 1 to 5; 0: none
};

struct DrillScore {
    std::vector<ScoredExpectation> expected;  // in the scenario's order
    std::vector<ScoredMistake> mistakes;      // those that were made
    std::vector<ScoredGoal> goals;
    int points = 0;  // with the mistakes taken off, never below 0
    int of = 0;
};

// `now_ms`: since the drill began. The scenario outlives the score.
[[nodiscard]] DrillScore score_drill(const DrillScenario& scenario, const Session& session, Instant began,
                                     const std::vector<TrainerAct>& acts, std::int64_t now_ms);
DrillScore score_drill(const DrillScenario&& scenario, const Session& session, Instant began,
                       const std::vector<TrainerAct>& acts, std::int64_t now_ms) = delete;

}  // namespace hamer
