// Which injects have come, as of a moment: a fold of the scenario, the steps that were recorded, and what the trainer
// did. Pure: the same in a drill in the chamber and in one that is played in simulated time.
#pragma once

#include "drill/scenario.h"
#include "session/session.h"

#include <optional>
#include <string>
#include <vector>

namespace hamer {

// What the trainer did, in the order in which it was done.
struct TrainerAct {
    enum class Kind { Fire, Skip, Delay, Observe, Rate, Agree, Attend, TakeBack, End } kind = Kind::Observe;
    std::int64_t at_ms = 0;
    std::string id{};           // of the inject, or of the goal that is rated
    std::int64_t delay_ms = 0;  // added to the inject's own
    std::string text{};         // what was observed or agreed, or who was there
    int rating = 0;             // 1 to 5

    bool operator==(const TrainerAct&) const = default;
};
// Those that were not taken back: each TakeBack takes the last one before it that still stands. An End stays: the drill
// may be over already.
[[nodiscard]] std::vector<TrainerAct> standing_acts(const std::vector<TrainerAct>& all);

struct InjectState {
    enum class Kind { Waiting, Due, Fired, Skipped } kind = Kind::Waiting;  // Waiting: for what comes before it
    std::int64_t at_ms = 0;  // when it comes or came; of a waiting one: unknown
};

class DrillTimes {
  public:
    // `began` is when the drill began, by the session's clock; `now_ms` counts from then. All outlive it.
    DrillTimes(const DrillScenario& scenario, const Session& session, Instant began,
               const std::vector<TrainerAct>& acts, std::int64_t now_ms);

    // In the scenario's order.
    [[nodiscard]] const std::vector<InjectState>& injects() const { return injects_; }
    // When it was; nothing when it has not come yet.
    [[nodiscard]] std::optional<std::int64_t> when_ms(const DrillMoment& moment) const;
    // The standing steps that recorded or raised an event from the drill's begin until now, with their times.
    struct Occurrence {
        std::int64_t at_ms = 0;
        const Entry* entry = nullptr;
    };
    [[nodiscard]] std::vector<Occurrence> occurrences(const std::string& event) const;

  private:
    [[nodiscard]] InjectState state_of(const Inject& inject, const std::vector<TrainerAct>& acts) const;

    const DrillScenario& scenario_;
    const Session& session_;
    Instant began_;
    std::int64_t now_ms_;
    std::vector<InjectState> injects_;
};

// The next moment at which an inject comes; nothing when none does without a further step.
[[nodiscard]] std::optional<std::int64_t> next_inject_ms(const DrillTimes& times);

}  // namespace hamer
