// The program's screens on one meeting service: shows the right one, carries out what it asks for, and says when to
// draw again.
//
// draw() is what a window, a picture or the test driver calls for each frame. It draws from a view model that is built
// anew only after something was recorded or storage changed, whoever did it. One thread.
#pragma once

#include "broadcast/broadcast.h"
#include "drill/held.h"
#include "service/meeting/meeting_facts.h"
#include "service/practice/drill_requests.h"
#include "ui/clerk/dossier_app.h"
#include "ui/drill/drill_window.h"
#include "ui/drill/trainer_panel.h"
#include "ui/meeting/chair_screen.h"
#include "ui/meeting/chair_view.h"
#include "ui/meeting/preparation_screen.h"
#include "ui/shell/log_link.h"
#include "ui/toolkit/widgets/ui.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace hamer::ui {

class DrillApp;

struct AppOptions {
    std::optional<Language> language;  // goes before what was chosen
    // One soft tone, played elsewhere; and why it could not be, in the system's words.
    std::function<void()> play_sound = [] {};
    std::function<std::string()> sound_problem = [] { return std::string(); };
    // A drill in the chair's window; it outlives the app. Null: there is none.
    Practice* practice = nullptr;
    // The control of the broadcast in a way that the user chose; null for the regie.
    std::function<std::unique_ptr<BroadcastControl>(BroadcastWay)> open_broadcast{};
    // The clerk's work, for the clerk's place; without it there is none. Opens nothing yet.
    std::function<std::unique_ptr<ClerkWorker>(Language)> open_clerk{};
    // The place for drills; without it there is none.
    std::function<std::unique_ptr<DrillApp>(Language)> open_drills{};
    // The work on drills, which outlives the app: a drill that was broken off is mentioned before a meeting. Null: it
    // is not.
    PracticeWorker* drills = nullptr;
    // What is typed there and not saved yet; null: it is kept nowhere.
    std::shared_ptr<Drafts> drafts{};
    // The desktop's file chooser; null: none.
    std::shared_ptr<DesktopFiles> desktop{};
    std::function<void()> deliver = [] {};
    std::function<std::uint64_t()> deliveries = [] { return std::uint64_t{0}; };
    std::shared_ptr<LogLink> link{};  // null: the log goes nowhere else
    // What went wrong before, in words, for the first screen.
    std::string problem{};
};

// The chair's screens in a drill; what is not theirs in it (the clerk's place, other drills) is left out of `options`.
[[nodiscard]] OpenDrillWindow drill_window_with(AppOptions options);

// How the screen looks to a user who chose this.
[[nodiscard]] Look look_of(const Preferences& preferences);

class App final : public DrillWindow {
  public:
    explicit App(MeetingService& service, AppOptions options = {});  // the service outlives it
    ~App() override;
    App(const App&) = delete;
    App& operator=(const App&) = delete;

    void draw(Ui& ui) override;
    // Shows the clerk's place, as its button does. A meeting that is open goes on behind it, one tap away; what it must
    // say stands there too.
    void open_dossier();
    // The same for the place for drills.
    void open_drills();
    // The drill that goes on there; null: none.
    [[nodiscard]] const Practice* drill() const;
    // Of the session on the screen, a drill's too.
    [[nodiscard]] std::size_t entries() const override;
    [[nodiscard]] Language language() const override { return language_; }
    // What went wrong last, in words; empty: nothing.
    [[nodiscard]] const std::string& problem() const { return problem_; }
    // How often a view model was built; for tests and the bench.
    [[nodiscard]] std::uint64_t views() const { return views_; }

  private:
    static constexpr std::int64_t guard_ms = 500;  // after a card changes its big buttons take no tap for this long

    [[nodiscard]] MeetingFacts facts() const;
    MeetingFacts refresh(Ui& ui);
    void remind();
    void tend_practice(Ui& ui);
    void end_practice();
    void refresh_trainer(Ui& ui);
    [[nodiscard]] SettingsView settings_view(const Ui& ui) const;
    void choose(Ui& ui, const Preferences& preferences);
    void ask_broadcast(AskBroadcast what);
    void perform(Ui& ui, const Action& action);
    void execute(Ui& ui, const GiveCommand& asked);
    void begin_meeting(Ui& ui, const Meeting& meeting);
    void put_away(Ui& ui);
    void close_drills(Ui& ui);
    void ask_broken_off();
    void draw_dossier(Ui& ui);
    [[nodiscard]] std::optional<OpenMeeting> open_meeting() const;
    void begin_preparation();
    void draw_preparation(Ui& ui, std::vector<Action>& actions);
    void show_anew(Ui& ui);
    [[nodiscard]] ChairScreen new_chair_screen();

    MeetingService& service_;
    AppOptions options_;
    Language language_;
    std::optional<PreparationScreen> preparation_;
    std::optional<PreparedMeeting> prepared_;  // by the clerk: what the preparation began with
    TrainerPanel trainer_;                     // of a drill without a trainer's window
    ChairScreen chair_;
    std::string problem_;
    std::unique_ptr<ClerkWorker> clerk_;
    std::optional<DossierApp> dossier_;  // also behind a meeting, where something was typed in it
    bool in_dossier_ = false;
    std::pair<std::size_t, std::size_t> dossier_knows_{};  // how many records, and how much they miss
    std::unique_ptr<DrillApp> drills_;
    std::optional<DrillRequests> drill_requests_;
    std::optional<HeldDrill> broken_off_;  // as of when the preparation came to the screen
    std::optional<ChairView> view_;
    ViewStamp stamp_;
    std::string card_;
    std::int64_t answers_from_ = 0;              // by the window's clock: from then on an answer takes a tap
    std::optional<std::uint64_t> within_limit_;  // the entry that began what was last seen to last less than its limit
    std::uint64_t views_ = 0;
};

}  // namespace hamer::ui
