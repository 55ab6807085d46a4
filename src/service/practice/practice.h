// A drill in the chair's window: led by the program, for a chair who practises alone, or by a trainer. The chair's
// screen, service and journal are the live ones, in the folder for drills; no register, delivery or broadcast is there.
//
// What happens and what is asked is a fold of the scenario, the journal and the trainer's acts, so that a window that
// starts anew goes on where it was. What the trainer does is read and stored by the service for drills, on its own
// thread: it holds once it is durable, and nobody here waits for it. One thread: the window's.
#pragma once

#include "service/meeting/meeting_facts.h"
#include "service/practice/drill_requests.h"
#include "service/practice/drill_values.h"
#include "service/practice/pending_acts.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace hamer {

class Practice {
  public:
    // Of one that began, or goes on. `worker` outlives it.
    Practice(BegunDrill begun, PracticeWorker& worker);
    ~Practice();
    Practice(const Practice&) = delete;
    Practice& operator=(const Practice&) = delete;

    [[nodiscard]] const MeetingService& meeting() const { return *service_; }
    [[nodiscard]] const DrillSetup& setup() const { return kept_.drill.setup; }
    [[nodiscard]] DrillFacts observed() const;
    // What the chair meets now, as of the last inject that came; before the first: that it began.
    [[nodiscard]] std::string happens(Language language) const;
    // For the chair's screen. A hint is the event that the protocol asks for now; or that one waits, or is done.
    [[nodiscard]] MeetingFacts::Practised practised(Language language) const;
    // Changes whenever one of these reads otherwise.
    [[nodiscard]] std::uint64_t version() const;
    // Until the next inject comes; nothing when none does without a step.
    [[nodiscard]] std::optional<std::int64_t> until_next_ms() const;
    // Asks what the trainer did in another window: a frame is asked for where that is something.
    void tend();
    // What the trainer does here, now.
    void act(TrainerAct act);
    // Those that could not be stored since this was asked last, as they were given.
    [[nodiscard]] std::vector<TrainerAct> take_unstored() { return std::exchange(unstored_, {}); }
    // What went wrong with these, with reading them, or with the end; nothing when all is well.
    [[nodiscard]] const std::optional<Error>& problem() const { return problem_ ? problem_ : unread_; }
    // What to look at to know that the trainer did something.
    [[nodiscard]] const std::vector<std::filesystem::path>& watched() const { return kept_.watched; }

    // Ends it: drill.json says that it was held and how it went, and the debrief is written as debrief.pdf beside the
    // journal, which keeps every step; `typed` is what the trainer noted last. Refused as long as a step is not on
    // disk; where it cannot be written the drill goes on, with the reason.
    void end(std::vector<TrainerAct> typed, Language language);
    // Not while it is being ended, nor within a second of an end that went wrong.
    [[nodiscard]] bool may_end() const;
    // Whether the trainer ended it, or it stands on the disk that it is over: it is to be ended here.
    [[nodiscard]] bool asks_to_end() const { return observed().asked_to_end() || kept_.drill.result; }
    // The debrief, or why there is none; nothing as long as the drill goes on.
    [[nodiscard]] const std::optional<Result<ReadDebrief>>& ended() const { return ended_; }

  private:
    [[nodiscard]] MeetingService& service() const { return *service_; }
    [[nodiscard]] const std::string& session() const { return kept_.drill.session; }
    [[nodiscard]] std::int64_t passed_ms() const;
    void take(KeptDrill kept);
    void say_problem(std::optional<Error> problem);
    void say_unread(std::optional<Error> problem);
    void refuse_end(const Error& why);
    void take_end(Result<EndedDrill> ended, const std::vector<TrainerAct>& typed);

    std::shared_ptr<MeetingService> service_;
    KeptDrill kept_;  // as it was read last
    DrillRequests requests_;
    std::optional<Error> problem_;  // of an act or the end
    std::optional<Error> unread_;
    std::uint64_t problems_ = 0;      // how many there were
    std::uint64_t acted_ = 0;         // how often the trainer's acts, or what is wrong with them, changed
    bool reads_ = false;              // asked, and not answered
    bool ends_ = false;               // the same, or ended
    std::optional<Instant> refused_;  // when an end went wrong last
    PendingActs pending_;
    std::vector<TrainerAct> unstored_;
    std::optional<Result<ReadDebrief>> ended_;
};

}  // namespace hamer
