// The place for drills: choosing a scenario and who does what, the drill itself on the chair's own screen, and its
// debrief; and the drills that were held here.
//
// Data runs one way. The views draw a DrillView and emit actions; this carries them out, asks the service for drills
// for what they need (DrillRequests), and puts the answers in the view when they come. What is on the screen stays
// there meanwhile, and what is waited for is said. A drill has a meeting service of its own, on the folder for drills,
// which comes begun; nothing of it is where the real meetings are. One thread: the window's, which it never keeps
// waiting.
#pragma once

#include "service/practice/drill_requests.h"
#include "ui/drill/drill_view.h"
#include "ui/drill/drill_window.h"
#include "ui/drill/kept_debrief.h"
#include "ui/toolkit/widgets/ui.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace hamer::ui {

struct DrillAppOptions {
    // From now on these are looked at, and a frame is drawn when they change: what a trainer does in another window.
    std::function<void(std::vector<std::filesystem::path>)> watch = [](std::vector<std::filesystem::path>) {};
    // Opens the trainer's window, another program; why not, where it cannot. Empty: there is no such thing.
    std::function<Status()> open_trainer{};
    OpenDrillWindow open_window;  // the chair's screens in a drill
    std::string back{};           // the words of the way back; empty: there is none
};

class DrillApp {
  public:
    DrillApp(PracticeWorker& worker, DrillAppOptions options, Language language);  // `worker` outlives it
    ~DrillApp();
    DrillApp(const DrillApp&) = delete;
    DrillApp& operator=(const DrillApp&) = delete;

    void draw(Ui& ui);
    // As the button does; and where it cannot begin, refused() says why.
    void begin(const DrillScenario& scenario, const DrillSetup& setup);
    // Goes on with one that was broken off.
    void resume(const std::string& session);
    [[nodiscard]] bool wants_back() const { return wants_back_; }
    [[nodiscard]] Language language() const { return window_ ? window_->language() : view_.language; }
    // Of the drill's session on the screen.
    [[nodiscard]] std::size_t entries() const { return window_ ? window_->entries() : 0; }
    // The drill that goes on; null: none.
    [[nodiscard]] const Practice* practice() const { return practice_.get(); }
    // Why the drill that was to begin last did not.
    [[nodiscard]] const std::optional<Error>& refused() const { return refused_; }

  private:
    void refresh();
    void take(DrillLists lists);
    void say_problem(const std::string& what, const Error& error);
    [[nodiscard]] std::string cannot_open() const;

    void perform(const DrillAction& action);
    void perform_one(DrillDo what);
    void perform_one(const ChooseDrillList& action);
    void perform_one(const OpenDrillRow& action);
    void perform_one(const BeginDrill& action);
    void perform_one(const Train& action) { debrief_.add(action); }

    // Something that begins, one at a time. False: something else does.
    [[nodiscard]] bool begin_act(const std::string& words);
    void begin(const DrillScenario& scenario, const BeginDrill& how);
    void show_drill(BegunDrill begun);
    void open_trainer();
    void tell_waiting();
    void draw_drill(Ui& ui);
    void leave_drill();
    void open_debrief(const std::string& session);
    void show_debrief(Result<ReadDebrief> read);

    PracticeWorker& worker_;
    DrillAppOptions options_;
    DrillRequests requests_;
    DrillView view_;
    DrillTyping typing_;
    KeptDebrief debrief_;
    std::string acting_;  // what begins, in words; empty: nothing
    std::optional<Error> refused_;
    bool wants_back_ = false;

    std::vector<TrainerAct> undebriefed_;  // what was typed in the drill that ended last, until its debrief has it
    std::string undebriefed_of_;           // its session
    std::unique_ptr<Practice> practice_;   // with its meeting service; the window is on both
    std::unique_ptr<DrillWindow> window_;
};

}  // namespace hamer::ui
