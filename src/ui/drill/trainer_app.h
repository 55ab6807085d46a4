// The trainer's own window: what comes, what is expected, what was done and a hand in it; and the debrief once the
// drill is over. It goes on to the next drill only when the trainer says so, or has put the debrief away.
//
// Data runs one way, as in the place for drills: the views draw a TrainerWindowView and emit actions, this carries them
// out and asks the service for drills. One thread: the window's, which it never keeps waiting.
#pragma once

#include "base/time.h"
#include "service/practice/drill_requests.h"
#include "service/practice/pending_acts.h"
#include "ui/drill/kept_debrief.h"
#include "ui/drill/trainer_window_view.h"
#include "ui/toolkit/widgets/ui.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace hamer::ui {

struct TrainerAppOptions {
    const Clock* clock = nullptr;  // outlives the app
    // From now on these are looked at, and a frame is drawn when they change.
    std::function<void(std::vector<std::filesystem::path>)> watch = [](std::vector<std::filesystem::path>) {};
};

class TrainerApp {
  public:
    TrainerApp(PracticeWorker& worker, TrainerAppOptions options, Language language);  // `worker` outlives it
    TrainerApp(const TrainerApp&) = delete;
    TrainerApp& operator=(const TrainerApp&) = delete;

    void draw(Ui& ui);
    // Of the drill's session on the screen.
    [[nodiscard]] std::size_t entries() const { return followed_.session ? followed_.session->entries().size() : 0; }

  private:
    void look();
    void take(FollowedDrill followed);
    [[nodiscard]] bool is_over() const { return followed_.kept && followed_.kept->drill.result; }
    [[nodiscard]] const std::string& session() const { return followed_.kept->drill.session; }
    [[nodiscard]] std::string shown() const { return followed_.kept ? session() : std::string(); }
    [[nodiscard]] DrillFacts facts() const;
    [[nodiscard]] TrainerWindowView view() const;
    void tell_debrief();

    void perform(const DrillAction& action);
    void perform_one(DrillDo what);
    void perform_one(const Train& action);
    void perform_one(const ChooseDrillList&) {}  // of the place for drills, as the next two
    void perform_one(const OpenDrillRow&) {}
    void perform_one(const BeginDrill&) {}
    // `then`: once all of it is stored, and what was asked before it.
    void act(
        std::vector<TrainerAct> acts, std::function<void()> then = [] {});
    void take_acted(Result<FollowedDrill> followed, const std::vector<TrainerAct>& acts,
                    const std::function<void()>& then);
    void follow_newer();
    void ask_for_newer();
    [[nodiscard]] bool was_refused() const;  // within a second
    void open_debrief();

    PracticeWorker& worker_;
    TrainerAppOptions options_;
    DrillRequests requests_;
    Language language_;
    FollowedDrill followed_;  // as it was read last
    bool looks_ = false;      // asked, and not answered
    PendingActs pending_;
    std::optional<Error> unadded_;  // why what was done last is not stored
    bool follows_newer_ = false;    // asked, and not answered
    TrainerPanel panel_;
    std::optional<DebriefView> debrief_;
    DebriefTyping debrief_typing_;
    KeptDebrief kept_debrief_;
    std::string debriefed_;  // the session whose debrief was shown and put away, is shown, or is asked for
    std::vector<TrainerAct> undebriefed_;  // what was typed in the drill, for the debrief
    bool opens_debrief_ = false;           // asked, and not answered
    std::optional<Instant> refused_;       // when that, or going on to the next drill, went wrong last
};

}  // namespace hamer::ui
