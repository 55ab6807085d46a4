// A drill in the chair's window: led by the program, for a chair who practises alone, or by a trainer. The chair's
// screen, service and journal are the live ones, in the folder for drills; no register, delivery or broadcast is there.
//
// What happens and what is asked is a fold of the scenario, the journal and the trainer's acts, so that a window that
// starts anew goes on where it was. One thread.
#pragma once

#include "service/meeting/meeting_facts.h"
#include "service/meeting/meeting_service.h"
#include "service/practice/drill_facts.h"
#include "service/store/drill_folder.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace hamer {

class Practice {
  public:
    // The service was opened for a drill on a data folder, has no session yet, and outlives it, as `files` does.
    Practice(MeetingService& service, FileSystem& files) : service_(service), files_(files) {}

    // Begins the session and does what was done before the drill. Refused where the scenario does not fit the service's
    // procedure.
    [[nodiscard]] Status begin(const DrillScenario& scenario, DrillSetup setup, Language language);
    // Goes on with one that was broken off.
    [[nodiscard]] Status resume(const std::string& session);

    // Begun, or resumed, for the following.
    [[nodiscard]] const DrillSetup& setup() const { return folder_->drill().setup; }
    [[nodiscard]] DrillFacts observed() const;
    // What the chair meets now, as of the last inject that came; before the first: that it began.
    [[nodiscard]] std::string happens(Language language) const;
    // For the chair's screen. A hint is the event that the protocol asks for now; or that one waits, or is done.
    [[nodiscard]] MeetingFacts::Practised practised(Language language) const;
    // Changes whenever one of these reads otherwise.
    [[nodiscard]] std::uint64_t version() const;
    // Milliseconds until the next inject comes; nothing when none does without a step.
    [[nodiscard]] std::optional<std::int64_t> until_next() const;
    // Reads what the trainer did in another window. Costs two questions to the disk where nothing was.
    void tend();
    // What the trainer does here, now.
    void act(TrainerAct act);
    // What went wrong with these, or with the end; nothing when all is well.
    [[nodiscard]] const std::optional<Error>& problem() const { return problem_; }
    [[nodiscard]] std::vector<std::filesystem::path> watched() const;

    // Ends it: drill.json says that it was held and how it went, and the debrief is written as debrief.pdf beside the
    // journal, which keeps every step. Refused as long as a step is not on disk. Once.
    void end(Language language);
    [[nodiscard]] bool ended() const { return folder_ && folder_->drill().result.has_value(); }

  private:
    [[nodiscard]] std::int64_t passed() const;
    [[nodiscard]] Status try_to_end(Language language);
    void remember(const Status& done);

    MeetingService& service_;
    FileSystem& files_;
    std::optional<DrillFolder> folder_;
    std::optional<Error> problem_;
    std::uint64_t acted_ = 0;  // how often the trainer's acts, or what is wrong with them, changed
};

}  // namespace hamer
