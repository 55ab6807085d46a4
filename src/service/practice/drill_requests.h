// Everything that the place for drills, a drill that goes on and the trainer's window ask of the service for drills:
// one function each. Values go in, a value comes out.
//
// Nothing here waits. What is asked is done in its order on the service's thread, and `then` gets what came of it while
// the service hands over its answers (PracticeWorker::take), on the thread that asks; not any more once this is gone.
#pragma once

#include "base/result.h"
#include "service/practice/drill_values.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace hamer {

class PracticeWorker;

class DrillRequests {
  public:
    template <typename Value>
    using Then = std::function<void(Result<Value>)>;
    // Nothing: all is as before.
    template <typename Value>
    using ThenNews = Then<std::optional<Value>>;

    explicit DrillRequests(PracticeWorker& worker);  // which outlives this
    ~DrillRequests();
    DrillRequests(const DrillRequests&) = delete;
    DrillRequests& operator=(const DrillRequests&) = delete;

    void lists(Then<DrillLists> then);
    // The drill to be mentioned before a meeting, if there is one.
    void broken_off(Instant now, Then<std::optional<HeldDrill>> then);

    void begin(const DrillScenario& scenario, const DrillSetup& setup, Language language, Then<BegunDrill> then);
    void resume(const std::string& session, Then<BegunDrill> then);
    // Takes back the meeting service of a drill that nobody shows any more: its end may wait for the disk.
    void leave(std::shared_ptr<MeetingService> service);
    // What the trainer does, and did in another window.
    void act(const std::string& session, const TrainerAct& act, Then<KeptDrill> then);
    void read(const std::string& session, ThenNews<KeptDrill> then);
    // An error: it was not ended, and goes on.
    void end(const std::string& session, const DrillResult& result, const std::vector<TrainerAct>& typed,
             Language language, Then<EndedDrill> then);

    // With what was typed until then.
    void open_debrief(const std::string& session, const std::vector<TrainerAct>& typed, Language language,
                      Then<ReadDebrief> then);
    void add_to_debrief(const std::string& session, const std::vector<TrainerAct>& acts, Language language,
                        Then<ReadDebrief> then);
    void read_debrief(const std::string& session, Language language, ThenNews<ReadDebrief> then);

    // Of the trainer's own window, which shows the drill of that session; empty: none.
    void follow(const std::string& shown, ThenNews<FollowedDrill> then);
    void follow_newer(const std::string& shown, Then<FollowedDrill> then);
    void act_in_followed(const std::string& session, const std::vector<TrainerAct>& acts, Then<FollowedDrill> then);

  private:
    template <typename Value>
    [[nodiscard]] Then<Value> mine(Then<Value> then) const;

    PracticeWorker& worker_;
    std::shared_ptr<const bool> is_there_ = std::make_shared<const bool>(true);
};

}  // namespace hamer
