// The work on drills that asks the disk: the shelf of scenarios, what was held, beginning one and going on with one,
// what the trainer does, and the debrief.
//
// It opens and holds what it works with; values come out (drill_values.h). What it is given of a drill is durable when
// the call comes back without an error. One thread; in a window that is PracticeWorker's.
#pragma once

#include "platform/files.h"
#include "service/practice/debriefing.h"
#include "service/practice/drill_follower.h"
#include "service/practice/drill_values.h"
#include "service/store/drill_folder.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace hamer {

// A drill's folder as it was read last, as a value.
[[nodiscard]] KeptDrill kept_in(const DrillFolder& folder);

class PracticeService {
  public:
    struct Options {
        std::filesystem::path data{};
        std::vector<std::filesystem::path> shelves{};  // folders with scenarios
        std::shared_ptr<FileSystem> files{};
        // A meeting service for drills on `data`; one at a time. Empty: no drill is held here.
        std::function<Result<std::unique_ptr<MeetingService>>()> open_meeting{};
    };
    // Reads nothing yet.
    explicit PracticeService(Options options);
    ~PracticeService();
    PracticeService(const PracticeService&) = delete;
    PracticeService& operator=(const PracticeService&) = delete;

    [[nodiscard]] DrillLists lists();
    // The one to be mentioned before a meeting (service/store/held_drills.h).
    [[nodiscard]] std::optional<HeldDrill> broken_off(Instant now) const;

    // Begins a session and does what was done before the drill. Refused where the scenario does not fit the procedure.
    [[nodiscard]] Result<BegunDrill> begin(const DrillScenario& scenario, DrillSetup setup, Language language);
    // Goes on with one that was broken off.
    [[nodiscard]] Result<BegunDrill> resume(const std::string& session);
    // What the trainer does; gives the drill with it.
    [[nodiscard]] Result<KeptDrill> add(const std::string& session, TrainerAct act);
    // What another window added; nothing where nothing was. Costs two questions to the disk then.
    [[nodiscard]] Result<std::optional<KeptDrill>> read(const std::string& session);
    // Writes how it went, unless that stands there already, and then the debrief, with what the trainer typed until
    // then; that tells what could not be written.
    [[nodiscard]] Result<EndedDrill> end(const std::string& session, const DrillResult& result,
                                         const std::vector<TrainerAct>& typed, Language language);

    // With what the trainer typed until then. Refused while the drill goes on. Its paper is written where there is
    // none.
    [[nodiscard]] Result<ReadDebrief> open_debrief(const std::string& session, const std::vector<TrainerAct>& typed,
                                                   Language language);
    // As it stands then, also where one of them could not be added.
    [[nodiscard]] Result<ReadDebrief> add_to_debrief(const std::string& session, const std::vector<TrainerAct>& acts,
                                                     Language language);
    [[nodiscard]] Result<std::optional<ReadDebrief>> read_debrief(const std::string& session, Language language);

    // For the trainer's own window, on the drill that another program holds; nothing where all is as before. `shown` is
    // the session that the window shows, which one that begins anew here reads first; empty: none.
    [[nodiscard]] std::optional<FollowedDrill> follow(const std::string& shown);
    [[nodiscard]] FollowedDrill follow_newer(const std::string& shown);
    // In the drill of that session, whichever is followed.
    [[nodiscard]] FollowedDrill act_in_followed(const std::string& session, const std::vector<TrainerAct>& acts);

  private:
    [[nodiscard]] Status open_meeting();
    [[nodiscard]] Result<std::unique_ptr<MeetingService>> take_meeting();
    [[nodiscard]] Result<DrillFolder*> folder_of(const std::string& session);
    [[nodiscard]] Result<Debriefing*> debriefing_of(const std::string& session);
    // True: it was made just now, on the session that the window shows.
    bool make_follower(const std::string& shown);
    [[nodiscard]] FollowedDrill followed() const;

    Options options_;
    std::unique_ptr<MeetingService> meeting_;  // without a session: for the next drill
    std::optional<DrillFolder> folder_;        // of the drill that goes on
    std::optional<Debriefing> debriefing_;
    std::optional<DrillFollower> follower_;
};

}  // namespace hamer
